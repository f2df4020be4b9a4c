"""Rewrite the policy of a queue to take its messages."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-sqs-policy-rewrite",
    title="Rewrite the policy of a queue to take its messages",
    technique="T1222",
    actor=Identity,
    move=Act(on=Queue, uses=(Use(actions=("sqs:SetQueueAttributes",)),)),
    where=~Queue.own_key,
    because=("Whoever sets the attributes of a queue writes its policy, and lets themselves receive."),
    fix=("Keep sqs:SetQueueAttributes with those who manage queues."),
    weight=0.6,
    reaches=[
        (*ann("sqs:SetQueueAttributes"), kept(Queue, arn("sqs", "orders"))),
        (*ann("sqs:*"), kept(Queue, arn("sqs", "orders"))),
    ],
    blocked=[
        (*ann(), kept(Queue, arn("sqs", "orders"))),
        (*ann("sqs:GetQueueAttributes"), kept(Queue, arn("sqs", "orders"))),
        (
            *user("ann", allow("sqs:SetQueueAttributes"), deny("sqs:SetQueueAttributes")),
            kept(Queue, arn("sqs", "orders")),
        ),
    ],
)
