"""Read a secret of the cluster."""

from bartizan.content.kinds.kubernetes.secret import Secret
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, secret
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-kubernetes-secret-read",
    title="Read a secret of the cluster",
    technique="T1552.007",
    actor=ServiceAccount,
    move=Act(on=Secret, uses=(Use(actions=("get core/secrets",)),)),
    because=("Whoever may get a secret has what is in it."),
    fix=("Name the secrets that are needed in `resourceNames`, or mount them instead."),
    weight=0.3,
    reaches=[
        (*account("web", allow("get", "secrets")), secret("orders")),
        (*account("web", allow("*", "*"), everywhere=True), secret("orders")),
    ],
    blocked=[
        (*account("web", allow("create", "secrets")), secret("orders")),
        (*account("web", allow("get", "services")), secret("orders")),
        (*account("web", allow("get", "secrets"), namespace="ops"), secret("orders")),
        (*account("web", allow("get", "secrets", names="other")), secret("orders")),
    ],
)
