"""Replace the code of a function and let others call it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.steps.aws.scene import allow, arn, deny, function, group, role, user
from bartizan.core.step import Act, Step, Use

APP = role("app", allow("s3:GetObject"), trusts="lambda.amazonaws.com")
HELD = (*function("orders", of="app"), *APP)
MAY = allow("lambda:UpdateFunctionCode", "lambda:AddPermission", on=arn("lambda", "function:orders"))

STEP = Step(
    id="aws-lambda-code-update-and-permit",
    title="Replace the code of a function and let others call it",
    technique="T1648",
    references=("pathfinding.cloud lambda-005",),
    actor=Identity,
    move=Act(
        on=Function,
        uses=(Use(actions=("lambda:UpdateFunctionCode", "lambda:AddPermission")),),
        gains=Function.role,
    ),
    where=~Function.code_signed,
    because=(
        "New code of a function runs as the function's role. The function's own policy is changed so "
        "that somebody else calls it."
    ),
    fix=(
        "Limit lambda:UpdateFunctionCode and lambda:AddPermission to resources whose roles give nothing "
        "more than the caller has, or require signed code."
    ),
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("lambda:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("lambda:UpdateFunctionCode")), *HELD),
        (*user("ann", MAY, deny("lambda:AddPermission")), *HELD),
        (
            *user(
                "ann", allow("lambda:UpdateFunctionCode", "lambda:AddPermission", on=arn("lambda", "function:other"))
            ),
            *HELD,
        ),
        (*user("ann", MAY), *function("orders")),
        (*user("ann", MAY), *function("orders", of="app", signed=True), *APP),
    ],
)
