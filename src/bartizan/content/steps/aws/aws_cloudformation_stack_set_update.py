"""Change a stack set."""

from bartizan.content.kinds.aws.cloudformation_stack import StackSet
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, roles, user
from bartizan.core.step import Act, Step, Upon, Use

STACK_SET = arn("cloudformation", "stackset/baseline:1")
APP = role("app", allow("s3:GetObject"), trusts="cloudformation.amazonaws.com")
HELD = (StackSet(STACK_SET, name="baseline", service_managed=False, role=roles("app")), *APP)
MAY = allow("cloudformation:UpdateStackSet", on=STACK_SET)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))

STEP = Step(
    id="aws-cloudformation-stack-set-update",
    title="Change a stack set",
    technique="T1648",
    references=("pathfinding.cloud cloudformation-004",),
    actor=Identity,
    move=Act(
        on=StackSet,
        uses=(
            Use(actions=("cloudformation:UpdateStackSet",)),
            Use(
                actions=("iam:PassRole",),
                upon=Upon.GAINED,
                given={"iam:passedtoservice": "cloudformation.amazonaws.com"},
            ),
        ),
        gains=StackSet.role,
    ),
    where=~StackSet.service_managed,
    because=(
        "A new template is made in every account of the stack set. Its administration role, which takes "
        "the execution role of each account, is passed anew with the call."
    ),
    fix="Limit cloudformation:UpdateStackSet to resources whose roles give nothing more than the caller has.",
    reaches=[
        (*user("ann", MAY, PASS), *HELD),
        (*user("ann", MAY, PASS, boundary="limits"), *policy("limits", allow("cloudformation:*"), PASS), *HELD),
    ],
    blocked=[
        (*user("ann", allow("cloudformation:List*"), PASS), *HELD),
        (*user("ann", MAY, PASS, deny("cloudformation:UpdateStackSet")), *HELD),
        (
            *user("ann", allow("cloudformation:UpdateStackSet", on=arn("cloudformation", "stackset/other:*")), PASS),
            *HELD,
        ),
        (*user("ann", MAY, PASS), StackSet(STACK_SET, name="baseline", service_managed=False, role=roles("")), *APP),
        (*user("ann", MAY), *HELD),
    ],
)
