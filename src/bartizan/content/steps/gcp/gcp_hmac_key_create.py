"""Make a storage key for a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="gcp-hmac-key-create",
    title="Make a storage key for a service account",
    technique="T1098.001",
    references=("GCP-IAM-Privilege-Escalation storage.hmacKeys.create",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(
                actions=("storage.hmacKeys.create",),
                resource="//cloudresourcemanager.googleapis.com/projects/{account}",
            ),
        ),
    ),
    because="The key reads and writes Cloud Storage as the account, until somebody deletes it.",
    fix="Take away storage.hmacKeys.create and enforce the constraint storage.restrictAuthTypes.",
    weight=2.0,
    reaches=[(account("ci"), SHOP, account("admin"), grant("storage.hmacKeyAdmin"))],
    blocked=[
        (account("ci"), SHOP, account("admin"), grant("storage.objectViewer")),
        (account("ci"), SHOP, OTHER, account("admin", "other"), grant("storage.hmacKeyAdmin")),
    ],
)
