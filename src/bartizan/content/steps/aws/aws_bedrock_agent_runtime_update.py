"""Replace the container of an agent runtime."""

from bartizan.content.kinds.aws.bedrock_agentcore import Runtime
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, policy, role, roles, user
from bartizan.core.step import Act, Step, Upon, Use

RUNTIME = arn("bedrock-agentcore", "runtime/helpdesk-1")
APP = role("app", allow("s3:GetObject"), trusts="bedrock-agentcore.amazonaws.com")
HELD = (Runtime(RUNTIME, name="helpdesk", role=roles("app")), *APP)
MAY = allow("bedrock-agentcore:UpdateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime", on=RUNTIME)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))

STEP = Step(
    id="aws-bedrock-agent-runtime-update",
    title="Replace the container of an agent runtime",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Runtime,
        uses=(
            Use(actions=("bedrock-agentcore:UpdateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime")),
            Use(
                actions=("iam:PassRole",),
                upon=Upon.GAINED,
                given={"iam:passedtoservice": "bedrock-agentcore.amazonaws.com"},
            ),
        ),
        gains=Runtime.role,
    ),
    because=(
        "An agent runtime is given a container of the caller's, which runs as its role when it is "
        "called. The role is passed anew with the call."
    ),
    fix="Limit bedrock-agentcore:UpdateAgentRuntime to resources whose roles give nothing more than the caller has.",
    reaches=[
        (*user("ann", MAY, PASS), *HELD),
        (*user("ann", MAY, PASS, boundary="limits"), *policy("limits", allow("bedrock-agentcore:*"), PASS), *HELD),
    ],
    blocked=[
        (*user("ann", allow("bedrock-agentcore:UpdateAgentRuntime"), PASS), *HELD),
        (*user("ann", MAY, PASS, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (
            *user(
                "ann",
                allow(
                    "bedrock-agentcore:UpdateAgentRuntime",
                    "bedrock-agentcore:InvokeAgentRuntime",
                    on=arn("bedrock-agentcore", "runtime/other-*"),
                ),
                PASS,
            ),
            *HELD,
        ),
        (*user("ann", MAY, PASS), Runtime(RUNTIME, name="helpdesk", role=roles("")), *APP),
        (*user("ann", MAY), *HELD),
    ],
)
