"""Read former values of a parameter."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.ssm_parameter import Parameter
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-parameter-history-read",
    title="Read former values of a parameter",
    technique="T1552",
    actor=Identity,
    move=Act(on=Parameter, uses=(Use(actions=("ssm:GetParameterHistory",)),)),
    where=~Parameter.own_key,
    because=("The history holds the present value too, decrypted where it is asked to."),
    fix=("Give ssm:GetParameterHistory to those who manage parameters alone."),
    weight=0.3,
    reaches=[
        (*ann("ssm:GetParameterHistory"), kept(Parameter, arn("ssm", "parameter/orders"))),
        (*ann("ssm:*"), kept(Parameter, arn("ssm", "parameter/orders"))),
    ],
    blocked=[
        (*ann(), kept(Parameter, arn("ssm", "parameter/orders"))),
        (*ann("ssm:DescribeParameters"), kept(Parameter, arn("ssm", "parameter/orders"))),
        (
            *user("ann", allow("ssm:GetParameterHistory"), deny("ssm:GetParameterHistory")),
            kept(Parameter, arn("ssm", "parameter/orders")),
        ),
    ],
)
