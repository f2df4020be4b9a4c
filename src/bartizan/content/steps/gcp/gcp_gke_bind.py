"""Make oneself administrator of a cluster."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

IT = Cluster("it", name="it", project="shop")

STEP = Step(
    id="gcp-gke-bind",
    title="Make oneself administrator of a cluster",
    technique="T1098.006",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(Use(actions=("container.clusterRoleBindings.create", "container.clusterRoles.bind")),),
    ),
    because="A binding of the role cluster-admin gives every right in the cluster.",
    fix="Grant roles/container.admin to a few administrators.",
    reaches=[(account("ci"), SHOP, IT, grant("container.admin"))],
    blocked=[
        (account("ci"), SHOP, IT, grant("container.developer")),
        (account("ci"), SHOP, OTHER, IT, grant("container.admin", on="other")),
    ],
)
