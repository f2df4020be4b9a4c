"""Pass a role to a new agent runtime and call it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "bedrock-agentcore.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime")

STEP = Step(
    id="aws-bedrock-pass-role-to-agent-runtime",
    title="Pass a role to a new agent runtime and call it",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(actions=("bedrock-agentcore:CreateAgentRuntime",), upon=Upon.NEW),
            Use(
                actions=("bedrock-agentcore:InvokeAgentRuntime",),
                upon=Upon.NEW,
                resource="arn:{partition}:bedrock-agentcore:{region}:{account}:runtime/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="An agent runtime runs a container of its maker as the role that it is given.",
    fix="Let iam:PassRole name only the roles that are meant for AgentCore, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", managed="build"), *policy("build", PASS, allow("bedrock-agentcore:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("bedrock-agentcore:CreateAgentRuntime")), *APP),
        (*user("ann", PASS, allow("bedrock-agentcore:CreateAgentRuntime")), *APP),
    ],
)
