"""List secrets, and the tokens in them."""

from bartizan.content.kinds.kubernetes.secret import Secret
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, secret
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-token-list",
    title="List secrets, and the tokens in them",
    technique="T1528",
    references=("KubeHound TOKEN_LIST",),
    actor=ServiceAccount,
    move=Act(
        on=Secret,
        uses=(Use(actions=("list core/secrets",), given={"fieldselector": "metadata.name"}),),
        gains=Secret.account,
    ),
    because="Listing secrets returns their values too: among them the lasting tokens of service accounts.",
    fix=("Take `list secrets` out of the role, and delete token secrets: pods have short-lived tokens without them."),
    reaches=[(*account("web", allow("list", "secrets")), secret("token", of="backup"), *account("backup"))],
    blocked=[
        (*account("web", allow("get", "secrets", names="other")), secret("token", of="backup"), *account("backup")),
        (*account("web", allow("list", "configmaps")), secret("token", of="backup"), *account("backup")),
        (*account("web", allow("list", "secrets")), secret("plain"), *account("backup")),
    ],
)
