"""KMS keys are not open to everyone."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-kms-key-policy-not-open",
    title="KMS keys are not open to everyone",
    severity=Severity.CRITICAL,
    every=Key,
    must=~Key.open_to_all,
    because="Every AWS customer can use the key, and with it read what it protects or make its owner unable to.",
    fix="Name accounts, roles or services as Principal in the key policy, or add a condition on kms:CallerAccount.",
    serves=("key-protection", "no-wildcard-trust"),
    also=("CKV_AWS_33",),
    passes=[
        Key(open_to_all=False),
    ],
    fails=[
        Key(open_to_all=True),
    ],
)
