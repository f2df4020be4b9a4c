"""Read the credentials of an App Runner service's role."""

from bartizan.content.kinds.aws.apprunner_service import Service
from bartizan.content.steps.aws.scene import allow, arn, role, roles
from bartizan.core.kind import Asset
from bartizan.core.step import Follow, Step

APP = role("app", allow("s3:GetObject"), trusts="tasks.apprunner.amazonaws.com")

STEP: Step[Service, Asset] = Step(
    id="aws-apprunner-service-credentials",
    title="Read the credentials of an App Runner service's role",
    technique="T1552.005",
    actor=Service,
    move=Follow(along=Service.role),
    because="An address inside a service hands out credentials of its instance role to every program in it.",
    fix="Give it a role of its own with few rights.",
    weight=0.2,
    reaches=[
        (Service(arn("apprunner", "service/shop/1"), role=roles("app")), *APP),
    ],
    blocked=[
        (Service(arn("apprunner", "service/shop/1"), role=roles("")), *APP),
    ],
)
