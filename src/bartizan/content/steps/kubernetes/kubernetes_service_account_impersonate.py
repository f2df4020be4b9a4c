"""Impersonate a service account."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-service-account-impersonate",
    title="Impersonate a service account",
    technique="T1078",
    references=("KubeHound IDENTITY_IMPERSONATE",),
    actor=ServiceAccount,
    move=Act(on=ServiceAccount, uses=(Use(actions=("impersonate core/serviceaccounts",)),)),
    because="A request with the header `Impersonate-User` is judged as if the other had made it.",
    fix=("Take `impersonate` out of the role; the default roles `edit` and `admin` have it for service accounts."),
    reaches=[
        (*account("web", allow("impersonate", "serviceaccounts")), *account("backup")),
        (*account("web", allow("*", "*")), *account("backup")),
    ],
    blocked=[
        (*account("web", allow("impersonate", "serviceaccounts", names="other")), *account("backup")),
        (*account("web", allow("impersonate", "users")), *account("backup")),
    ],
)
