"""Pass a role to a new code interpreter and use it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import ACCOUNT, allow, arn, group, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "bedrock-agentcore.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow(
    "bedrock-agentcore:CreateCodeInterpreter",
    "bedrock-agentcore:StartCodeInterpreterSession",
    "bedrock-agentcore:InvokeCodeInterpreter",
)

STEP = Step(
    id="aws-bedrock-pass-role-to-code-interpreter",
    title="Pass a role to a new code interpreter and use it",
    technique="T1648",
    references=("pathfinding.cloud bedrock-001",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(actions=("bedrock-agentcore:CreateCodeInterpreter",), upon=Upon.NEW),
            Use(
                actions=("bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"),
                upon=Upon.NEW,
                resource="arn:{partition}:bedrock-agentcore:{region}:{account}:code-interpreter-custom/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="A code interpreter runs code of whoever opens a session, as the role that it is given.",
    fix="Let iam:PassRole name only the roles that are meant for AgentCore, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (
            *user("ann", groups="devs"),
            *group("devs", allow("iam:PassRole", on=arn("iam", "role/*")), allow("bedrock-agentcore:*")),
            *APP,
        ),
        (*user("ann", PASS, MAKE), *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": ACCOUNT}})),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (
            *user(
                "ann",
                PASS,
                allow("bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession"),
            ),
            *APP,
        ),
        (*user("ann", MAKE), *APP),
        (
            *user("ann", PASS, MAKE),
            *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": "444455556666"}}),
        ),
    ],
)
