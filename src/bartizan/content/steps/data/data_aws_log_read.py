"""Read the events of a log group."""

from bartizan.content.kinds.aws.cloudwatch_log_group import LogGroup
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-log-read",
    title="Read the events of a log group",
    technique="T1654",
    actor=Identity,
    move=Act(on=LogGroup, uses=(Use(actions=("logs:FilterLogEvents",), resource="{target}:*"),)),
    where=~LogGroup.own_key,
    because=("Logs hold what programs wrote there, names, tokens and requests among it."),
    fix=("Give logs:FilterLogEvents for single log groups."),
    weight=0.5,
    reaches=[
        (*ann("logs:FilterLogEvents"), kept(LogGroup, arn("logs", "log-group:orders"))),
        (*ann("logs:*"), kept(LogGroup, arn("logs", "log-group:orders"))),
    ],
    blocked=[
        (*ann(), kept(LogGroup, arn("logs", "log-group:orders"))),
        (*ann("logs:Describe*"), kept(LogGroup, arn("logs", "log-group:orders"))),
        (
            *user("ann", allow("logs:FilterLogEvents"), deny("logs:FilterLogEvents")),
            kept(LogGroup, arn("logs", "log-group:orders")),
        ),
    ],
)
