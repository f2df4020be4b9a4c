"""Create a pod in a cluster that lets everyone do so."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.data.scene import INTERNET, anyone
from bartizan.content.steps.kubernetes.scene import account
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="stranger-kubernetes-pod-create",
    title="Create a pod in a cluster that lets everyone do so",
    technique="T1610",
    actor=Internet,
    move=Act(on=ServiceAccount, uses=(Use(actions=("create core/pods",)),)),
    because=("A pod that anybody creates runs as any service account of its namespace."),
    fix=("Bind no role to system:anonymous or system:unauthenticated."),
    weight=0.2,
    reaches=[
        (INTERNET, *account("web"), *anyone("create", "pods")),
    ],
    blocked=[
        (INTERNET, *account("web"), *anyone("get", "pods")),
        (INTERNET, *account("web")),
    ],
)
