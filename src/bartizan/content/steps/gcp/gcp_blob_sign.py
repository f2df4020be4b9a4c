"""Sign bytes as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import OTHER, SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="gcp-blob-sign",
    title="Sign bytes as a service account",
    technique="T1550.001",
    references=("GCP-IAM-Privilege-Escalation iam.serviceAccounts.signBlob",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(Use(actions=("iam.serviceAccounts.signBlob",)),),
    ),
    because=(
        "A signed assertion is exchanged for an access token of the account, and signed addresses open what it "
        "can read."
    ),
    fix="Grant signing on the one account that needs it; prefer tokens that live for minutes.",
    reaches=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountTokenCreator", on="admin")),
        (*able("iam.serviceAccounts.signBlob"), account("admin")),
    ],
    blocked=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountViewer", on="admin")),
        (*able("iam.serviceAccounts.signBlob"), account("admin"), deny("iam.googleapis.com/serviceAccounts.signBlob")),
        (account("ci"), SHOP, OTHER, account("admin", "other"), grant("iam.serviceAccountTokenCreator")),
    ],
)
