"""Replace the code of a function."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.steps.aws.scene import allow, arn, deny, function, policy, role, user
from bartizan.core.step import Act, Step, Use

APP = role("app", allow("s3:GetObject"), trusts="lambda.amazonaws.com")
HELD = (*function("orders", of="app"), *APP)
MAY = allow("lambda:UpdateFunctionCode", on=arn("lambda", "function:orders"))

STEP = Step(
    id="aws-lambda-code-update",
    title="Replace the code of a function",
    technique="T1648",
    references=("pathfinding.cloud lambda-003",),
    actor=Identity,
    move=Act(
        on=Function,
        uses=(Use(actions=("lambda:UpdateFunctionCode",)),),
        gains=Function.role,
    ),
    where=~Function.code_signed,
    because="New code of a function runs as the function's role as soon as something calls the function.",
    fix=(
        "Limit lambda:UpdateFunctionCode to resources whose roles give nothing more than the caller has, "
        "or require signed code."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("lambda:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("lambda:List*")), *HELD),
        (*user("ann", MAY, deny("lambda:UpdateFunctionCode")), *HELD),
        (*user("ann", allow("lambda:UpdateFunctionCode", on=arn("lambda", "function:other"))), *HELD),
        (*user("ann", MAY), *function("orders")),
        (*user("ann", MAY), *function("orders", of="app", signed=True), *APP),
    ],
)
