"""Subscribe to a topic."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.sns_topic import Topic
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-sns-subscribe",
    title="Subscribe to a topic",
    technique="T1537",
    actor=Identity,
    move=Act(on=Topic, uses=(Use(actions=("sns:Subscribe",)),)),
    because=("A subscriber gets every message from then on, at an address of the attacker."),
    fix=("Give sns:Subscribe for single topics, with a condition on the protocol and the endpoint."),
    weight=0.5,
    reaches=[
        (*ann("sns:Subscribe"), kept(Topic, arn("sns", "orders"))),
        (*ann("sns:*"), kept(Topic, arn("sns", "orders"))),
    ],
    blocked=[
        (*ann(), kept(Topic, arn("sns", "orders"))),
        (*ann("sns:Publish"), kept(Topic, arn("sns", "orders"))),
        (*user("ann", allow("sns:Subscribe"), deny("sns:Subscribe")), kept(Topic, arn("sns", "orders"))),
    ],
)
