"""Take messages from a queue whose policy lets everyone in."""

from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.data.scene import INTERNET, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-sqs-receive",
    title="Take messages from a queue whose policy lets everyone in",
    technique="T1530",
    actor=Internet,
    move=Act(on=Queue, uses=(Use(actions=("sqs:ReceiveMessage",)),)),
    where=~Queue.own_key,
    because=("Anybody takes messages from the queue: reads them, and keeps them from whom they were meant for."),
    fix=("Take the wildcard out of the policy, and name who may read."),
    weight=0.1,
    reaches=[
        (INTERNET, kept(Queue, arn("sqs", "orders"), policy=opened("sqs:ReceiveMessage"))),
        (INTERNET, kept(Queue, arn("sqs", "orders"), policy=opened("sqs:*"))),
    ],
    blocked=[
        (INTERNET, kept(Queue, arn("sqs", "orders"))),
        (
            INTERNET,
            kept(Queue, arn("sqs", "orders"), policy=opened("sqs:ReceiveMessage", to="arn:aws:iam::111122223333:root")),
        ),
        (INTERNET, kept(Queue, arn("sqs", "orders"), policy=opened("sqs:List*"))),
        (
            INTERNET,
            kept(
                Queue,
                arn("sqs", "orders"),
                policy=opened("sqs:ReceiveMessage", when={"StringEquals": {"aws:PrincipalAccount": "111122223333"}}),
            ),
        ),
    ],
)
