"""Read parameters of Systems Manager by the dozen."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.ssm_parameter import Parameter
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-parameters-read",
    title="Read parameters of Systems Manager by the dozen",
    technique="T1552",
    actor=Identity,
    move=Act(on=Parameter, uses=(Use(actions=("ssm:GetParameters",)),)),
    where=~Parameter.own_key,
    because=("One call answers with ten values; policies that stop ssm:GetParameter forget it."),
    fix=("Give ssm:GetParameters for single paths, to the programs that need them."),
    weight=0.3,
    reaches=[
        (*ann("ssm:GetParameters"), kept(Parameter, arn("ssm", "parameter/orders"))),
        (*ann("ssm:*"), kept(Parameter, arn("ssm", "parameter/orders"))),
    ],
    blocked=[
        (*ann(), kept(Parameter, arn("ssm", "parameter/orders"))),
        (*ann("ssm:DescribeParameters"), kept(Parameter, arn("ssm", "parameter/orders"))),
        (
            *user("ann", allow("ssm:GetParameters"), deny("ssm:GetParameters")),
            kept(Parameter, arn("ssm", "parameter/orders")),
        ),
    ],
)
