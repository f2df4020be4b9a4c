"""Run code in a code interpreter."""

from bartizan.content.kinds.aws.bedrock_agentcore import CodeInterpreter
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, group, role, roles, user
from bartizan.core.step import Act, Step, Use

CODE_INTERPRETER = arn("bedrock-agentcore", "code-interpreter-custom/analyst-1")
APP = role("app", allow("s3:GetObject"), trusts="bedrock-agentcore.amazonaws.com")
HELD = (CodeInterpreter(CODE_INTERPRETER, name="analyst", role=roles("app")), *APP)
MAY = allow(
    "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter", on=CODE_INTERPRETER
)

STEP = Step(
    id="aws-bedrock-code-interpreter-use",
    title="Run code in a code interpreter",
    technique="T1648",
    references=("pathfinding.cloud bedrock-002",),
    actor=Identity,
    move=Act(
        on=CodeInterpreter,
        uses=(
            Use(actions=("bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter")),
        ),
        gains=CodeInterpreter.role,
    ),
    because="Whoever opens a session of a code interpreter runs code there, as the role of the interpreter.",
    fix=(
        "Limit bedrock-agentcore:InvokeCodeInterpreter to resources whose roles give nothing more than the caller has."
    ),
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("bedrock-agentcore:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("bedrock-agentcore:StartCodeInterpreterSession")), *HELD),
        (*user("ann", MAY, deny("bedrock-agentcore:InvokeCodeInterpreter")), *HELD),
        (
            *user(
                "ann",
                allow(
                    "bedrock-agentcore:StartCodeInterpreterSession",
                    "bedrock-agentcore:InvokeCodeInterpreter",
                    on=arn("bedrock-agentcore", "code-interpreter-custom/other-*"),
                ),
            ),
            *HELD,
        ),
        (*user("ann", MAY), CodeInterpreter(CODE_INTERPRETER, name="analyst", role=roles("")), *APP),
    ],
)
