"""Add a layer to a function."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.steps.aws.scene import allow, arn, function, policy, role, user
from bartizan.core.step import Act, Step, Use

APP = role("app", allow("s3:GetObject"), trusts="lambda.amazonaws.com")
HELD = (*function("orders", of="app"), *APP)
MAY = allow("lambda:UpdateFunctionConfiguration", on=arn("lambda", "function:orders"))

STEP = Step(
    id="aws-lambda-layer-add",
    title="Add a layer to a function",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Function,
        uses=(Use(actions=("lambda:UpdateFunctionConfiguration",)),),
        gains=Function.role,
    ),
    where=~Function.code_signed,
    because=(
        "A layer of the caller's is loaded before the function's own code, and runs as the function's "
        "role as soon as something calls it."
    ),
    fix=(
        "Limit lambda:UpdateFunctionConfiguration with the condition lambda:Layer to layers of the "
        "organisation, or require signed code."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("lambda:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("lambda:List*")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (*user("ann", allow("lambda:UpdateFunctionConfiguration", on=arn("lambda", "function:other"))), *HELD),
        (*user("ann", MAY), *function("orders")),
        (*user("ann", MAY), *function("orders", of="app", signed=True), *APP),
    ],
)
