"""KMS keys that are kept can be used."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-kms-key-enabled",
    title="KMS keys that are kept can be used",
    severity=Severity.LOW,
    every=Key,
    must=Key.enabled,
    because="Whatever is encrypted with a disabled key cannot be read, and services that need it stop.",
    fix="Set is_enabled (Terraform) or Enabled (CloudFormation) to true, or remove the key with care.",
    serves=("high-availability",),
    also=("CKV_AWS_227",),
    passes=[
        Key(enabled=True),
    ],
    fails=[
        Key(enabled=False),
    ],
)
