"""Take messages from a queue."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-sqs-receive",
    title="Take messages from a queue",
    technique="T1530",
    actor=Identity,
    move=Act(on=Queue, uses=(Use(actions=("sqs:ReceiveMessage",)),)),
    where=~Queue.own_key,
    because=("Whoever receives from a queue reads what programs tell each other through it."),
    fix=("Give the right to read only to those who need the data, for the single stores they need."),
    weight=0.5,
    reaches=[
        (*ann("sqs:ReceiveMessage"), kept(Queue, arn("sqs", "orders"))),
        (*ann("sqs:*"), kept(Queue, arn("sqs", "orders"))),
    ],
    blocked=[
        (*ann(), kept(Queue, arn("sqs", "orders"))),
        (*ann("sqs:SendMessage"), kept(Queue, arn("sqs", "orders"))),
        (*user("ann", allow("sqs:ReceiveMessage"), deny("sqs:ReceiveMessage")), kept(Queue, arn("sqs", "orders"))),
    ],
)
