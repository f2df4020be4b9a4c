"""Policies of SQS queues name the actions they allow."""

from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sqs-queue-policy-no-wildcard-actions",
    title="Policies of SQS queues name the actions they allow",
    severity=Severity.LOW,
    every=Queue,
    must=~Queue.wide_policy,
    because="A grant of sqs:* lets the other side empty the queue or change its policy, where sending was meant.",
    fix="Replace sqs:* and * in Action of the Allow statements of the queue policy by the calls that are needed.",
    serves=("least-privilege",),
    also=(
        "CKV_AWS_72",
        "AVD-AWS-0097",
        "AWS-0097",
        "aws-sqs-no-wildcards-in-policy-documents",
    ),
    passes=[
        Queue(wide_policy=False),
    ],
    fails=[
        Queue(wide_policy=True),
    ],
)
