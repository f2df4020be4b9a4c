"""Keys are rotated every 90 days."""

from bartizan.content.kinds.gcp.kms_key import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-kms-key-rotates",
    title="Keys are rotated every 90 days",
    severity=Severity.MEDIUM,
    every=Key,
    where=Key.symmetric,
    must=Key.rotation.is_set() & Key.rotation.at_most(7776000),
    because="A key that never changes is worth more to whoever steals it, and protects all data at once.",
    fix="Set rotation_period to 7776000s or less.",
    serves=("key-rotation",),
    also=(
        "CKV_GCP_43",
        "GCP-0065",
        "AVD-GCP-0065",
        "google-kms-rotate-kms-keys",
    ),
    passes=[Key(symmetric=True, rotation=7776000)],
    fails=[Key(symmetric=True, rotation=None), Key(symmetric=True, rotation=31536000)],
)
