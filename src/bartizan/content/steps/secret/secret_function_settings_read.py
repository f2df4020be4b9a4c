"""Read the credentials in the settings of a function."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.secret.scene import having, leak
from bartizan.core.step import Act, Step, Use

WEB = having(Function, arn("lambda", "function:web"), leak(), policy=None)

STEP = Step(
    id="secret-function-settings-read",
    title="Read the credentials in the settings of a function",
    technique="T1552.001",
    actor=Identity,
    move=Act(on=Function, uses=(Use(actions=("lambda:GetFunctionConfiguration",)),), gains=Function.leaks),
    because=(
        "Whoever may see the settings of a function sees its environment variables, with the credentials in them."
    ),
    fix="Keep the credential in a secret store and let the workload read it with its own identity.",
    weight=0.3,
    reaches=[
        (*user("ann", allow("lambda:GetFunctionConfiguration")), WEB, leak()),
    ],
    blocked=[
        (*user("ann", allow("lambda:ListTags")), WEB, leak()),
        (*user("ann", allow("lambda:GetFunctionConfiguration"), deny("*")), WEB, leak()),
    ],
)
