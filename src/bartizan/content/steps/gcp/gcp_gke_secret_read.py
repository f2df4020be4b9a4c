"""Read the secrets of a cluster."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

IT = Cluster("it", name="it", project="shop")

STEP = Step(
    id="gcp-gke-secret-read",
    title="Read the secrets of a cluster",
    technique="T1552.007",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(Use(actions=("container.secrets.get",)),),
    ),
    because=(
        "Google grants count inside clusters: the interface of Kubernetes hands out the tokens and credentials "
        "that its secrets hold."
    ),
    fix="Grant roles/container.viewer, and the rest by roles of Kubernetes.",
    reaches=[(account("ci"), SHOP, IT, grant("container.developer"))],
    blocked=[
        (account("ci"), SHOP, IT, grant("container.viewer")),
        (account("ci"), SHOP, OTHER, IT, grant("container.developer", on="other")),
    ],
)
