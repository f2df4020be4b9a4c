"""Run a pod in a cluster."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

IT = Cluster("it", name="it", project="shop")

STEP = Step(
    id="gcp-gke-pod-create",
    title="Run a pod in a cluster",
    technique="T1610",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(Use(actions=("container.pods.create",)),),
    ),
    because="A pod mounts tokens of workloads and, if nothing forbids it, the disk of its node.",
    fix=(
        "Grant roles/container.viewer, and the rest by roles of Kubernetes; enforce the restricted pod security "
        "standard."
    ),
    reaches=[(account("ci"), SHOP, IT, grant("container.developer"))],
    blocked=[
        (account("ci"), SHOP, IT, grant("container.viewer")),
        (account("ci"), SHOP, OTHER, IT, grant("container.developer", on="other")),
    ],
)
