"""Kinesis streams are encrypted."""

from bartizan.content.kinds.aws.kinesis_stream import Stream
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-kinesis-stream-encrypted",
    title="Kinesis streams are encrypted",
    severity=Severity.MEDIUM,
    every=Stream,
    must=Stream.encrypted,
    because="Records are kept as they are for up to a year on disks of the service, whoever may get at those.",
    fix="Set encryption_type to KMS (Terraform) or StreamEncryption (CloudFormation).",
    serves=("encryption-at-rest",),
    also=("CKV_AWS_43", "AWS-0064", "AVD-AWS-0064", "aws-kinesis-enable-in-transit-encryption"),
    passes=[Stream(encrypted=True)],
    fails=[Stream(encrypted=False)],
)
