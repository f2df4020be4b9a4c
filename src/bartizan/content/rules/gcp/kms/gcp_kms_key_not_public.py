"""Keys are not open to everyone."""

from bartizan.content.kinds.gcp.kms_key import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-kms-key-not-public",
    title="Keys are not open to everyone",
    severity=Severity.CRITICAL,
    every=Key,
    must=~Key.public,
    because="Whoever may use the key can decrypt what it protects.",
    fix="Remove allUsers and allAuthenticatedUsers from the grants on the key.",
    serves=(
        "key-protection",
        "no-anonymous-access",
    ),
    also=(
        "CKV_GCP_112",
        "CKV2_GCP_6",
        "CKV2_GCP_8",
    ),
    passes=[Key(public=False)],
    fails=[Key(public=True)],
)
