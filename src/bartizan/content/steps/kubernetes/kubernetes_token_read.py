"""Read the secret with the token of a service account."""

from bartizan.content.kinds.kubernetes.secret import Secret
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, secret
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-token-read",
    title="Read the secret with the token of a service account",
    technique="T1528",
    references=("KubeHound TOKEN_BRUTEFORCE",),
    actor=ServiceAccount,
    move=Act(on=Secret, uses=(Use(actions=("get core/secrets",)),), gains=Secret.account),
    because=(
        "A token secret is named after its service account and five letters of an alphabet of 27: whoever may "
        "get secrets, but not list them, can try them all."
    ),
    fix=(
        "Name the secrets that are needed in `resourceNames`, and delete token secrets: pods have short-lived "
        "tokens without them."
    ),
    reaches=[(*account("web", allow("get", "secrets")), secret("token", of="backup"), *account("backup"))],
    blocked=[
        (*account("web", allow("get", "secrets", names="other")), secret("token", of="backup"), *account("backup")),
        (*account("web", allow("get", "secrets")), secret("plain"), *account("backup")),
    ],
)
