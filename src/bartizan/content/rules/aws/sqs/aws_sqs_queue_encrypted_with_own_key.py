"""SQS queues are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sqs-queue-encrypted-with-own-key",
    title="SQS queues are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Queue,
    must=Queue.own_key,
    because=(
        "The key of SQS opens to everyone who may read the queue; an own key is a second lock, with its own policy "
        "and log."
    ),
    fix="Set kms_master_key_id (Terraform) or KmsMasterKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=(
        "CKV2_AWS_73",
        "AVD-AWS-0135",
        "AWS-0135",
        "aws-sqs-queue-encryption-use-cmk",
    ),
    passes=[
        Queue(own_key=True),
    ],
    fails=[
        Queue(own_key=False),
    ],
)
