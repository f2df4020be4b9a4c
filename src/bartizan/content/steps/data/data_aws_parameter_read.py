"""Read a parameter of Systems Manager."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.ssm_parameter import Parameter
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-parameter-read",
    title="Read a parameter of Systems Manager",
    technique="T1552",
    actor=Identity,
    move=Act(on=Parameter, uses=(Use(actions=("ssm:GetParameter",)),)),
    where=~Parameter.own_key,
    because=("The call answers with the value, decrypted where it is asked to."),
    fix=("Give ssm:GetParameter for single paths, to the programs that need them."),
    weight=0.3,
    reaches=[
        (*ann("ssm:GetParameter"), kept(Parameter, arn("ssm", "parameter/orders"))),
        (*ann("ssm:*"), kept(Parameter, arn("ssm", "parameter/orders"))),
    ],
    blocked=[
        (*ann(), kept(Parameter, arn("ssm", "parameter/orders"))),
        (*ann("ssm:DescribeParameters"), kept(Parameter, arn("ssm", "parameter/orders"))),
        (
            *user("ann", allow("ssm:GetParameter"), deny("ssm:GetParameter")),
            kept(Parameter, arn("ssm", "parameter/orders")),
        ),
    ],
)
