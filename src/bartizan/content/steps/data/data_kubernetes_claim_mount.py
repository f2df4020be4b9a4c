"""Mount a volume claim into a new pod."""

from bartizan.content.kinds.kubernetes.claim import Claim
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.data.scene import claim
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-kubernetes-claim-mount",
    title="Mount a volume claim into a new pod",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=Claim, uses=(Use(actions=("create core/pods",)),)),
    because=("A pod of the same namespace mounts any claim that it names, and reads the files on it."),
    fix=("Take `create pods` out of the role, and keep data in namespaces of its own."),
    weight=0.6,
    reaches=[
        (*account("web", allow("create", "pods")), claim()),
        (*account("web", allow("*", "*"), everywhere=True), claim()),
    ],
    blocked=[
        (*account("web", allow("list", "pods")), claim()),
        (*account("web", allow("create", "services")), claim()),
        (*account("web", allow("create", "pods"), namespace="ops"), claim()),
    ],
)
