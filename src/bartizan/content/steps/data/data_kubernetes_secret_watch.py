"""Watch the secrets of a namespace."""

from bartizan.content.kinds.kubernetes.secret import Secret
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, secret
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-kubernetes-secret-watch",
    title="Watch the secrets of a namespace",
    technique="T1552.007",
    actor=ServiceAccount,
    move=Act(on=Secret, uses=(Use(actions=("watch core/secrets",)),)),
    because=("A watch begins with all secrets as they are, and goes on with every change."),
    fix=("Take `watch secrets` out of the role."),
    weight=0.3,
    reaches=[
        (*account("web", allow("watch", "secrets")), secret("orders")),
        (*account("web", allow("*", "*"), everywhere=True), secret("orders")),
    ],
    blocked=[
        (*account("web", allow("create", "secrets")), secret("orders")),
        (*account("web", allow("watch", "services")), secret("orders")),
        (*account("web", allow("watch", "secrets"), namespace="ops"), secret("orders")),
    ],
)
