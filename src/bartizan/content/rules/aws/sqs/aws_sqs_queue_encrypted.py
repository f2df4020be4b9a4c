"""SQS queues are encrypted."""

from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sqs-queue-encrypted",
    title="SQS queues are encrypted",
    severity=Severity.MEDIUM,
    every=Queue,
    must=Queue.encrypted,
    because="Messages lie on disks in the clear until they are taken.",
    fix="Leave out sqs_managed_sse_enabled (Terraform) or SqsManagedSseEnabled (CloudFormation), or name a KMS key.",
    serves=("encryption-at-rest",),
    also=(
        "CKV_AWS_27",
        "AVD-AWS-0096",
        "AWS-0096",
        "aws-sqs-enable-queue-encryption",
    ),
    passes=[
        Queue(encrypted=True),
    ],
    fails=[
        Queue(encrypted=False),
    ],
)
