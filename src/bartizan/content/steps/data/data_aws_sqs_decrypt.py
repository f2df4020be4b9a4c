"""Take messages from a queue with the key that encrypts them."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import KEY, ann, sealed
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-sqs-decrypt",
    title="Take messages from a queue with the key that encrypts them",
    technique="T1530",
    actor=Identity,
    move=Act(
        on=Queue,
        uses=(
            Use(actions=("sqs:ReceiveMessage",)),
            Use(actions=("kms:Decrypt",), along=((Queue.key,),)),
        ),
    ),
    where=Queue.own_key,
    because=("SQS decrypts messages for whoever may receive them and may use their key."),
    fix=("Let the key policy name the few who may decrypt, and give kms:Decrypt for single keys."),
    weight=0.5,
    reaches=[
        (*ann("sqs:ReceiveMessage", "kms:Decrypt"), *sealed(Queue, arn("sqs", "orders"))),
    ],
    blocked=[
        (*ann("sqs:ReceiveMessage"), *sealed(Queue, arn("sqs", "orders"))),
        (*ann("kms:Decrypt"), *sealed(Queue, arn("sqs", "orders"))),
        (
            *user("ann", allow("sqs:ReceiveMessage", "kms:Decrypt"), deny("kms:Decrypt", on=KEY)),
            *sealed(Queue, arn("sqs", "orders")),
        ),
    ],
)
