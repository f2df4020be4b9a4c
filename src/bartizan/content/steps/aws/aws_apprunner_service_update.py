"""Replace the image or command of an App Runner service."""

from bartizan.content.kinds.aws.apprunner_service import Service
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, role, roles, user
from bartizan.core.step import Act, Step, Use

SERVICE = arn("apprunner", "service/shop/1")
APP = role("app", allow("s3:GetObject"), trusts="tasks.apprunner.amazonaws.com")
HELD = (Service(SERVICE, name="shop", role=roles("app")), *APP)
MAY = allow("apprunner:UpdateService", on=SERVICE)

STEP = Step(
    id="aws-apprunner-service-update",
    title="Replace the image or command of an App Runner service",
    technique="T1648",
    references=("pathfinding.cloud apprunner-002",),
    actor=Identity,
    move=Act(
        on=Service,
        uses=(Use(actions=("apprunner:UpdateService",)),),
        gains=Service.role,
    ),
    because=(
        "A service is given another image or start command and keeps its instance role: the right to "
        "pass the role is not asked for."
    ),
    fix="Limit apprunner:UpdateService to resources whose roles give nothing more than the caller has.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*role("ci", allow("apprunner:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("apprunner:List*")), *HELD),
        (*user("ann", MAY, deny("apprunner:UpdateService")), *HELD),
        (*user("ann", allow("apprunner:UpdateService", on=arn("apprunner", "service/other/*"))), *HELD),
        (*user("ann", MAY), Service(SERVICE, name="shop", role=roles("")), *APP),
    ],
)
