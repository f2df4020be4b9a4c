"""Replace the code of a function and call it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.steps.aws.scene import allow, arn, function, policy, role, user
from bartizan.core.step import Act, Step, Use

APP = role("app", allow("s3:GetObject"), trusts="lambda.amazonaws.com")
HELD = (*function("orders", of="app"), *APP)
MAY = allow("lambda:UpdateFunctionCode", "lambda:InvokeFunction", on=arn("lambda", "function:orders"))

STEP = Step(
    id="aws-lambda-code-update-and-invoke",
    title="Replace the code of a function and call it",
    technique="T1648",
    references=("pathfinding.cloud lambda-004",),
    actor=Identity,
    move=Act(
        on=Function,
        uses=(Use(actions=("lambda:UpdateFunctionCode", "lambda:InvokeFunction")),),
        gains=Function.role,
    ),
    where=~Function.code_signed,
    because=(
        "New code of a function runs as the function's role, and the caller need not wait for somebody else's call."
    ),
    fix=(
        "Limit lambda:UpdateFunctionCode to resources whose roles give nothing more than the caller has, "
        "or require signed code."
    ),
    reaches=[
        (*user("ann", MAY), *HELD),
        (*role("ci", allow("lambda:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("lambda:UpdateFunctionCode")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (
            *user(
                "ann", allow("lambda:UpdateFunctionCode", "lambda:InvokeFunction", on=arn("lambda", "function:other"))
            ),
            *HELD,
        ),
        (*user("ann", MAY), *function("orders")),
        (*user("ann", MAY), *function("orders", of="app", signed=True), *APP),
    ],
)
