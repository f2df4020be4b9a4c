"""Make a key for a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import OTHER, SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="gcp-key-create",
    title="Make a key for a service account",
    technique="T1098.001",
    references=("GCP-IAM-Privilege-Escalation iam.serviceAccountKeys.create",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(Use(actions=("iam.serviceAccountKeys.create",)),),
    ),
    because="A key signs in as the account from anywhere, until somebody deletes it.",
    fix="Take away iam.serviceAccountKeys.create and enforce the constraint iam.disableServiceAccountKeyCreation.",
    reaches=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountKeyAdmin", on="admin")),
        (*able("iam.serviceAccountKeys.create"), account("admin")),
    ],
    blocked=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountViewer", on="admin")),
        (
            *able("iam.serviceAccountKeys.create"),
            account("admin"),
            deny("iam.googleapis.com/serviceAccountKeys.create"),
        ),
        (account("ci"), SHOP, OTHER, account("admin", "other"), grant("iam.serviceAccountKeyAdmin")),
    ],
)
