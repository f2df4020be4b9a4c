"""Mount a secret into a new pod."""

from bartizan.content.kinds.kubernetes.secret import Secret
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, secret
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-kubernetes-secret-mount",
    title="Mount a secret into a new pod",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=Secret, uses=(Use(actions=("create core/pods",)),)),
    because=("A pod gets any secret of its namespace that it names; nobody asks whether its maker may read that."),
    fix=("Take `create pods` out of the role, and keep secrets in namespaces of their own."),
    weight=0.6,
    reaches=[
        (*account("web", allow("create", "pods")), secret("orders")),
        (*account("web", allow("*", "*"), everywhere=True), secret("orders")),
    ],
    blocked=[
        (*account("web", allow("list", "pods")), secret("orders")),
        (*account("web", allow("create", "services")), secret("orders")),
        (*account("web", allow("create", "pods"), namespace="ops"), secret("orders")),
    ],
)
