"""Change a stack that has a role by a change set."""

from bartizan.content.kinds.aws.cloudformation_stack import Stack
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, group, policy, role, roles, user
from bartizan.core.step import Act, Step, Use

STACK = arn("cloudformation", "stack/network/1")
APP = role("app", allow("s3:GetObject"), trusts="cloudformation.amazonaws.com")
HELD = (Stack(STACK, name="network", role=roles("app")), *APP)
MAY = allow("cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet", on=STACK)

STEP = Step(
    id="aws-cloudformation-change-set",
    title="Change a stack that has a role by a change set",
    technique="T1648",
    references=("pathfinding.cloud cloudformation-005",),
    actor=Identity,
    move=Act(
        on=Stack,
        uses=(Use(actions=("cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet")),),
        gains=Stack.role,
    ),
    because=(
        "A change set with a new template is carried out with the role that the stack was made with: the "
        "right to pass the role is not asked for."
    ),
    fix=(
        "Limit cloudformation:CreateChangeSet and cloudformation:ExecuteChangeSet to resources whose "
        "roles give nothing more than the caller has."
    ),
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("cloudformation:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("cloudformation:CreateChangeSet")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (
            *user(
                "ann",
                allow(
                    "cloudformation:CreateChangeSet",
                    "cloudformation:ExecuteChangeSet",
                    on=arn("cloudformation", "stack/other/*"),
                ),
            ),
            *HELD,
        ),
        (*user("ann", MAY), Stack(STACK, name="network", role=roles("")), *APP),
    ],
)
