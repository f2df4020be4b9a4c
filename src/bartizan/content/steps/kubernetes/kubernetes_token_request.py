"""Ask for a token of another service account."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-token-request",
    title="Ask for a token of another service account",
    technique="T1528",
    actor=ServiceAccount,
    move=Act(on=ServiceAccount, uses=(Use(actions=("create core/serviceaccounts/token",)),)),
    because=(
        "The TokenRequest API hands out a token of a service account to whoever may create its subresource `token`."
    ),
    fix="Take `serviceaccounts/token` out of the role, or name the service accounts in `resourceNames`.",
    reaches=[
        (*account("web", allow("create", "serviceaccounts/token")), *account("backup")),
        (*account("web", allow("create", "serviceaccounts/token", names="backup")), *account("backup")),
    ],
    blocked=[
        (*account("web", allow("create", "serviceaccounts")), *account("backup")),
        (*account("web", allow("create", "serviceaccounts/token", names="other")), *account("backup")),
    ],
)
