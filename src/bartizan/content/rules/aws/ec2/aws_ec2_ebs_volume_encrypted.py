"""EBS volumes are encrypted."""

from bartizan.content.kinds.aws.ec2_ebs import Volume
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-ebs-volume-encrypted",
    title="EBS volumes are encrypted",
    severity=Severity.MEDIUM,
    every=Volume,
    must=Volume.encrypted,
    because=(
        "A snapshot of a plain volume can be shared, copied and read by anyone who gets the right to; an "
        "encrypted one also takes the key."
    ),
    fix="Set encrypted (Encrypted) to true.",
    serves=("encryption-at-rest",),
    also=(
        "CKV_AWS_3",
        "CKV2_AWS_2",
        "AWS-0026",
        "AVD-AWS-0026",
        "aws-ebs-enable-volume-encryption",
        "aws-ec2-enable-volume-encryption",
    ),
    passes=[Volume(encrypted=True)],
    fails=[Volume(encrypted=False)],
)
