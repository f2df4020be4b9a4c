"""Replace the pod template of a Deployment."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-deployment-update",
    title="Replace the pod template of a Deployment",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("update apps/deployments",)),)),
    where=Workload.type.equals("Deployment"),
    because=(
        "A Deployment makes its pods at once, and again whenever one is deleted. Its template may be changed "
        "to run any command, with what its pods have: service account, secrets and volumes."
    ),
    fix="Take `update deployments` out of the role; let the delivery pipeline alone change what runs.",
    reaches=[
        (*account("web", allow("update", "deployments", group="apps")), workload("db", type="Deployment")),
        (*account("web", allow("update", "deployments", names="db", group="apps")), workload("db", type="Deployment")),
    ],
    blocked=[
        (
            *account("web", allow("update", "deployments", names="other", group="apps")),
            workload("db", type="Deployment"),
        ),
        (*account("web", allow("update", "deployments/scale", group="apps")), workload("db", type="Deployment")),
    ],
)
