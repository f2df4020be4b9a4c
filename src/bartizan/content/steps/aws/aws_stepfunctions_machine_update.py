"""Change a state machine and start it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.stepfunctions_machine import Machine
from bartizan.content.steps.aws.scene import allow, arn, group, policy, role, roles, user
from bartizan.core.step import Act, Step, Use

MACHINE = arn("states", "stateMachine:order")
APP = role("app", allow("s3:GetObject"), trusts="states.amazonaws.com")
HELD = (Machine(MACHINE, name="order", role=roles("app")), *APP)
MAY = allow("states:UpdateStateMachine", "states:StartExecution", on=MACHINE)

STEP = Step(
    id="aws-stepfunctions-machine-update",
    title="Change a state machine and start it",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Machine,
        uses=(Use(actions=("states:UpdateStateMachine", "states:StartExecution")),),
        gains=Machine.role,
    ),
    because="A state machine is given other steps and keeps its role: the right to pass the role is not asked for.",
    fix="Limit states:UpdateStateMachine to resources whose roles give nothing more than the caller has.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("states:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("states:UpdateStateMachine")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (
            *user(
                "ann",
                allow("states:UpdateStateMachine", "states:StartExecution", on=arn("states", "stateMachine:other")),
            ),
            *HELD,
        ),
        (*user("ann", MAY), Machine(MACHINE, name="order", role=roles("")), *APP),
    ],
)
