"""Sign a token as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import OTHER, SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="gcp-jwt-sign",
    title="Sign a token as a service account",
    technique="T1550.001",
    references=("GCP-IAM-Privilege-Escalation iam.serviceAccounts.signJwt",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(Use(actions=("iam.serviceAccounts.signJwt",)),),
    ),
    because="A signed assertion of the account is exchanged for an access token that has all of its rights.",
    fix="Grant signing on the one account that needs it.",
    reaches=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountTokenCreator", on="admin")),
        (*able("iam.serviceAccounts.signJwt"), account("admin")),
    ],
    blocked=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountViewer", on="admin")),
        (*able("iam.serviceAccounts.signJwt"), account("admin"), deny("iam.googleapis.com/serviceAccounts.signJwt")),
        (account("ci"), SHOP, OTHER, account("admin", "other"), grant("iam.serviceAccountTokenCreator")),
    ],
)
