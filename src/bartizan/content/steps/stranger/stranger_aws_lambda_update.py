"""Replace the code of a function whose policy lets everyone do so."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.data.scene import INTERNET, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="stranger-aws-lambda-update",
    title="Replace the code of a function whose policy lets everyone do so",
    technique="T1648",
    actor=Internet,
    move=Act(on=Function, uses=(Use(actions=("lambda:UpdateFunctionCode",)),)),
    where=~Function.code_signed,
    because=("Whoever may replace the code of a function runs their own with its role."),
    fix=("Name in the policy of the function only those who are meant, for lambda:InvokeFunction alone."),
    weight=0.3,
    reaches=[
        (INTERNET, kept(Function, arn("lambda", "function:orders"), policy=opened("lambda:*"), code_signed=False)),
    ],
    blocked=[
        (INTERNET, kept(Function, arn("lambda", "function:orders"), code_signed=False)),
        (
            INTERNET,
            kept(Function, arn("lambda", "function:orders"), policy=opened("lambda:InvokeFunction"), code_signed=False),
        ),
        (INTERNET, kept(Function, arn("lambda", "function:orders"), policy=opened("lambda:*"), code_signed=True)),
    ],
)
