"""Have one service account ask for tokens of others."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, account, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-implicit-delegation",
    title="Have one service account ask for tokens of others",
    technique="T1550.001",
    references=("GCP-IAM-Privilege-Escalation iam.serviceAccounts.implicitDelegation",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.implicitDelegation",)),
            Use(
                actions=("iam.serviceAccounts.getAccessToken",),
                by="gained",
                resource="//iam.googleapis.com/projects/{account}/serviceAccounts/*",
                upon=Upon.NEW,
            ),
        ),
    ),
    because=(
        "In a chain of delegation, an account in the middle asks for the token of the last one: its right to do "
        "so is as good as held."
    ),
    fix="Take away iam.serviceAccounts.implicitDelegation, and token creation on a whole project.",
    weight=1.5,
    reaches=[
        (
            account("ci"),
            SHOP,
            account("mid"),
            grant("iam.serviceAccountTokenCreator", on="mid"),
            grant("iam.serviceAccountTokenCreator", to="mid"),
        )
    ],
    blocked=[
        (account("ci"), SHOP, account("mid"), grant("iam.serviceAccountTokenCreator", on="mid")),
        (account("ci"), SHOP, account("mid"), grant("iam.serviceAccountTokenCreator", to="mid")),
    ],
)
