"""Create a secret that is filled with a token of a service account."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-token-secret-create",
    title="Create a secret that is filled with a token of a service account",
    technique="T1528",
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("create core/secrets",)),
            Use(actions=("get core/secrets",)),
        ),
    ),
    because=(
        "A new secret of the type `kubernetes.io/service-account-token` that names a service account is "
        "filled with a lasting token of it, which the attacker reads back."
    ),
    fix="Take `create secrets` out of the role, or give it without `get` and `list`.",
    reaches=[(*account("web", allow("create get", "secrets")), *account("backup"))],
    blocked=[
        (*account("web", allow("create", "secrets")), *account("backup")),
        (*account("web", allow("get", "secrets")), *account("backup")),
    ],
)
