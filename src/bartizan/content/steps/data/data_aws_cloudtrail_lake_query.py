"""Query the events that CloudTrail keeps."""

from bartizan.content.kinds.aws.cloudtrail_trail import EventStore
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-cloudtrail-lake-query",
    title="Query the events that CloudTrail keeps",
    technique="T1654",
    actor=Identity,
    move=Act(on=EventStore, uses=(Use(actions=("cloudtrail:StartQuery", "cloudtrail:GetQueryResults")),)),
    because=("The events tell who does what and how, and requests with what was written into them."),
    fix=("Give cloudtrail:StartQuery to those who investigate."),
    weight=0.5,
    reaches=[
        (
            *ann("cloudtrail:StartQuery", "cloudtrail:GetQueryResults"),
            kept(EventStore, arn("cloudtrail", "eventdatastore/a")),
        ),
        (*ann("cloudtrail:*"), kept(EventStore, arn("cloudtrail", "eventdatastore/a"))),
    ],
    blocked=[
        (*ann(), kept(EventStore, arn("cloudtrail", "eventdatastore/a"))),
        (*ann("cloudtrail:Describe*"), kept(EventStore, arn("cloudtrail", "eventdatastore/a"))),
        (
            *user("ann", allow("cloudtrail:StartQuery", "cloudtrail:GetQueryResults"), deny("cloudtrail:StartQuery")),
            kept(EventStore, arn("cloudtrail", "eventdatastore/a")),
        ),
    ],
)
