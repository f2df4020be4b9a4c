"""Change a stack that has a role."""

from bartizan.content.kinds.aws.cloudformation_stack import Stack
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, role, roles, user
from bartizan.core.step import Act, Step, Use

STACK = arn("cloudformation", "stack/network/1")
APP = role("app", allow("s3:GetObject"), trusts="cloudformation.amazonaws.com")
HELD = (Stack(STACK, name="network", role=roles("app")), *APP)
MAY = allow("cloudformation:UpdateStack", on=STACK)

STEP = Step(
    id="aws-cloudformation-stack-update",
    title="Change a stack that has a role",
    technique="T1648",
    references=("pathfinding.cloud cloudformation-002",),
    actor=Identity,
    move=Act(
        on=Stack,
        uses=(Use(actions=("cloudformation:UpdateStack",)),),
        gains=Stack.role,
    ),
    because=(
        "A stack keeps the role it was made with, and a new template is made with it: the right to pass "
        "the role is not asked for."
    ),
    fix="Limit cloudformation:UpdateStack to resources whose roles give nothing more than the caller has.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*role("ci", allow("cloudformation:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("cloudformation:List*")), *HELD),
        (*user("ann", MAY, deny("cloudformation:UpdateStack")), *HELD),
        (*user("ann", allow("cloudformation:UpdateStack", on=arn("cloudformation", "stack/other/*"))), *HELD),
        (*user("ann", MAY), Stack(STACK, name="network", role=roles("")), *APP),
    ],
)
