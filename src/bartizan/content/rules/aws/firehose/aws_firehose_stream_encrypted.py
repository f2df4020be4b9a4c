"""Firehose streams are encrypted."""

from bartizan.content.kinds.aws.firehose_stream import Stream
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-firehose-stream-encrypted",
    title="Firehose streams are encrypted",
    severity=Severity.LOW,
    every=Stream,
    where=Stream.direct,
    must=Stream.encrypted,
    because="Records wait as they are on disks of the service until they are delivered.",
    fix=(
        "Set server_side_encryption.enabled (Terraform) or DeliveryStreamEncryptionConfigurationInput (CloudFormation)."
    ),
    serves=("encryption-at-rest",),
    also=("CKV_AWS_240",),
    passes=[Stream(direct=True, encrypted=True)],
    fails=[Stream(direct=True, encrypted=False)],
)
