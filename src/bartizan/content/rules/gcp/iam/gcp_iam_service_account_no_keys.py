"""Service accounts have no keys that stay."""

from bartizan.content.kinds.gcp.iam_service_account_key import ServiceAccountKey
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-service-account-no-keys",
    title="Service accounts have no keys that stay",
    severity=Severity.MEDIUM,
    every=ServiceAccountKey,
    must=ServiceAccountKey.expires,
    because="A key works from anywhere until somebody deletes it, and is often found in repositories and on laptops.",
    fix="Use workload identity federation or an attached service account; a key that must be is rotated by keepers.",
    serves=("no-long-lived-credentials",),
    also=("CKV2_GCP_3",),
    passes=[ServiceAccountKey(expires=True)],
    fails=[ServiceAccountKey(expires=False)],
)
