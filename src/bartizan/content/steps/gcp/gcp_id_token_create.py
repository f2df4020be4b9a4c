"""Ask for an identity token of a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import OTHER, SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="gcp-id-token-create",
    title="Ask for an identity token of a service account",
    technique="T1550.001",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(Use(actions=("iam.serviceAccounts.getOpenIdToken",)),),
    ),
    because="Services that take identity tokens, such as Cloud Run, let the holder in as the account.",
    fix="Grant roles/iam.serviceAccountOpenIdTokenCreator on single accounts only.",
    weight=2.0,
    reaches=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountOpenIdTokenCreator", on="admin")),
        (*able("iam.serviceAccounts.getOpenIdToken"), account("admin")),
    ],
    blocked=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountViewer", on="admin")),
        (
            *able("iam.serviceAccounts.getOpenIdToken"),
            account("admin"),
            deny("iam.googleapis.com/serviceAccounts.getOpenIdToken"),
        ),
        (account("ci"), SHOP, OTHER, account("admin", "other"), grant("iam.serviceAccountOpenIdTokenCreator")),
    ],
)
