"""SQS queues are not open to everyone."""

from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sqs-queue-not-public",
    title="SQS queues are not open to everyone",
    severity=Severity.HIGH,
    every=Queue,
    must=~Queue.open_by_policy,
    because="Strangers can take messages away, read them, or send false ones that programs act on.",
    fix=(
        "Name accounts or services as Principal in the policy of the queue, or add a condition on aws:SourceArn or "
        "aws:PrincipalOrgID."
    ),
    serves=("no-public-data", "no-wildcard-trust"),
    also=("CKV_AWS_168", "CKV_AWS_387"),
    passes=[
        Queue(open_by_policy=False),
    ],
    fails=[
        Queue(open_by_policy=True),
    ],
)
