"""Run a command in a pod."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

IT = Cluster("it", name="it", project="shop")

STEP = Step(
    id="gcp-gke-pod-exec",
    title="Run a command in a pod",
    technique="T1609",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(Use(actions=("container.pods.exec",)),),
    ),
    because="The command has the tokens of the workload that it runs in.",
    fix="Take away container.pods.exec; let administrators have it for a while.",
    reaches=[(account("ci"), SHOP, IT, grant("container.developer"))],
    blocked=[
        (account("ci"), SHOP, IT, grant("container.viewer")),
        (account("ci"), SHOP, OTHER, IT, grant("container.developer", on="other")),
    ],
)
