"""Read a parameter of Systems Manager with the key that encrypts it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.ssm_parameter import Parameter
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import KEY, ann, sealed
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-parameter-decrypt",
    title="Read a parameter of Systems Manager with the key that encrypts it",
    technique="T1552",
    actor=Identity,
    move=Act(
        on=Parameter,
        uses=(
            Use(actions=("ssm:GetParameter",)),
            Use(actions=("kms:Decrypt",), along=((Parameter.key,),)),
        ),
    ),
    where=Parameter.own_key,
    because=("Systems Manager decrypts a value for whoever may read it and may use its key."),
    fix=("Let the key policy name the few who may decrypt, and give kms:Decrypt for single keys."),
    weight=0.3,
    reaches=[
        (*ann("ssm:GetParameter", "kms:Decrypt"), *sealed(Parameter, arn("ssm", "parameter/orders"))),
    ],
    blocked=[
        (*ann("ssm:GetParameter"), *sealed(Parameter, arn("ssm", "parameter/orders"))),
        (*ann("kms:Decrypt"), *sealed(Parameter, arn("ssm", "parameter/orders"))),
        (
            *user("ann", allow("ssm:GetParameter", "kms:Decrypt"), deny("kms:Decrypt", on=KEY)),
            *sealed(Parameter, arn("ssm", "parameter/orders")),
        ),
    ],
)
