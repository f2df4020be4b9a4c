"""List the secrets of a namespace."""

from bartizan.content.kinds.kubernetes.secret import Secret
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, secret
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-kubernetes-secret-list",
    title="List the secrets of a namespace",
    technique="T1552.007",
    actor=ServiceAccount,
    move=Act(on=Secret, uses=(Use(actions=("list core/secrets",)),)),
    because=("A list has the contents of all secrets, as many requests would."),
    fix=("Take `list secrets` out of the role."),
    weight=0.3,
    reaches=[
        (*account("web", allow("list", "secrets")), secret("orders")),
        (*account("web", allow("*", "*"), everywhere=True), secret("orders")),
    ],
    blocked=[
        (*account("web", allow("create", "secrets")), secret("orders")),
        (*account("web", allow("list", "services")), secret("orders")),
        (*account("web", allow("list", "secrets"), namespace="ops"), secret("orders")),
    ],
)
