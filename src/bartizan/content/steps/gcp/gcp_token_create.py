"""Ask for an access token of a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import OTHER, SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="gcp-token-create",
    title="Ask for an access token of a service account",
    technique="T1550.001",
    references=("GCP-IAM-Privilege-Escalation iam.serviceAccounts.getAccessToken",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(Use(actions=("iam.serviceAccounts.getAccessToken",)),),
    ),
    because=(
        "The credentials service hands out a token of the account to whoever holds this permission on it, and the"
        " token has all of its rights."
    ),
    fix="Grant roles/iam.serviceAccountTokenCreator on single accounts, never on a project.",
    intended=True,
    weight=0.5,
    reaches=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountTokenCreator", on="admin")),
        (*able("iam.serviceAccounts.getAccessToken"), account("admin")),
    ],
    blocked=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountViewer", on="admin")),
        (
            *able("iam.serviceAccounts.getAccessToken"),
            account("admin"),
            deny("iam.googleapis.com/serviceAccounts.getAccessToken"),
        ),
        (account("ci"), SHOP, OTHER, account("admin", "other"), grant("iam.serviceAccountTokenCreator")),
    ],
)
