"""Read the credentials of a function's role."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.steps.aws.scene import allow, function, role
from bartizan.core.kind import Asset
from bartizan.core.step import Follow, Step

APP = role("app", allow("s3:GetObject"), trusts="lambda.amazonaws.com")

STEP: Step[Function, Asset] = Step(
    id="aws-lambda-function-credentials",
    title="Read the credentials of a function's role",
    technique="T1552",
    actor=Function,
    move=Follow(along=Function.role),
    because="The environment of a function holds credentials of its role, readable for all code in it.",
    fix="Give each function a role of its own with few rights.",
    weight=0.2,
    reaches=[
        (*function("orders", of="app"), *APP),
    ],
    blocked=[
        (*function("orders"), *APP),
    ],
)
