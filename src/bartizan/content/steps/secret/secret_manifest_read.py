"""Read the credentials in the manifest of a workload."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.content.steps.secret.scene import leak
from bartizan.core.step import Act, Step, Use

WEB = workload("db", leaks=frozenset({leak().id}))

STEP = Step(
    id="secret-manifest-read",
    title="Read the credentials in the manifest of a workload",
    technique="T1552.007",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("get core/pods",)),), gains=Workload.leaks),
    because=(
        "Whoever may see pods sees the environment of their containers, with the credentials that are written in it."
    ),
    fix="Keep the value in a Secret, or better in a secret store, and change it.",
    weight=0.3,
    reaches=[
        (*account("web", allow("get", "pods")), WEB, leak()),
    ],
    blocked=[
        (*account("web", allow("get", "services")), WEB, leak()),
        (*account("web", allow("get", "pods"), namespace="front"), WEB, leak()),
    ],
)
