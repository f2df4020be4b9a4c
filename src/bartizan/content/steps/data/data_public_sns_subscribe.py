"""Subscribe to a topic whose policy lets everyone in."""

from bartizan.content.kinds.aws.sns_topic import Topic
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.data.scene import INTERNET, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-sns-subscribe",
    title="Subscribe to a topic whose policy lets everyone in",
    technique="T1537",
    actor=Internet,
    move=Act(on=Topic, uses=(Use(actions=("sns:Subscribe",)),)),
    because=("Anybody has every message sent to an address of their own."),
    fix=("Take the wildcard out of the policy, and name who may read."),
    weight=0.1,
    reaches=[
        (INTERNET, kept(Topic, arn("sns", "orders"), policy=opened("sns:Subscribe"))),
        (INTERNET, kept(Topic, arn("sns", "orders"), policy=opened("sns:*"))),
    ],
    blocked=[
        (INTERNET, kept(Topic, arn("sns", "orders"))),
        (
            INTERNET,
            kept(Topic, arn("sns", "orders"), policy=opened("sns:Subscribe", to="arn:aws:iam::111122223333:root")),
        ),
        (INTERNET, kept(Topic, arn("sns", "orders"), policy=opened("sns:List*"))),
        (
            INTERNET,
            kept(
                Topic,
                arn("sns", "orders"),
                policy=opened("sns:Subscribe", when={"StringEquals": {"aws:PrincipalAccount": "111122223333"}}),
            ),
        ),
    ],
)
