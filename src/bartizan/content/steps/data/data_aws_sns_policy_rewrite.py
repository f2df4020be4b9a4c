"""Rewrite the policy of a topic to subscribe to it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.sns_topic import Topic
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-sns-policy-rewrite",
    title="Rewrite the policy of a topic to subscribe to it",
    technique="T1222",
    actor=Identity,
    move=Act(on=Topic, uses=(Use(actions=("sns:SetTopicAttributes",)),)),
    because=("Whoever sets the attributes of a topic writes its policy, and lets themselves subscribe."),
    fix=("Keep sns:SetTopicAttributes with those who manage topics."),
    weight=0.6,
    reaches=[
        (*ann("sns:SetTopicAttributes"), kept(Topic, arn("sns", "orders"))),
        (*ann("sns:*"), kept(Topic, arn("sns", "orders"))),
    ],
    blocked=[
        (*ann(), kept(Topic, arn("sns", "orders"))),
        (*ann("sns:GetTopicAttributes"), kept(Topic, arn("sns", "orders"))),
        (
            *user("ann", allow("sns:SetTopicAttributes"), deny("sns:SetTopicAttributes")),
            kept(Topic, arn("sns", "orders")),
        ),
    ],
)
