"""EBS volumes are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.ec2_ebs import Volume
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-ebs-volume-encrypted-with-own-key",
    title="EBS volumes are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Volume,
    where=Volume.encrypted,
    must=Volume.own_key,
    because=(
        "The key of AWS cannot be limited, watched or taken away for one volume, and volumes under it cannot "
        "be shared with another account."
    ),
    fix="Set kms_key_id (KmsKeyId) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=(
        "CKV_AWS_189",
        "AWS-0027",
        "AVD-AWS-0027",
        "aws-ebs-encryption-customer-key",
        "aws-ec2-volume-encryption-customer-key",
    ),
    passes=[Volume(encrypted=True, own_key=True)],
    fails=[Volume(encrypted=True, own_key=False)],
)
