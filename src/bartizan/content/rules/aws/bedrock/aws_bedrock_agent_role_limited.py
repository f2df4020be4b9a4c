"""Roles of Bedrock agents are not administrators."""

from bartizan.content.kinds.aws.bedrock_agent import Agent
from bartizan.content.kinds.aws.iam_administrator import ADMINISTRATOR
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-bedrock-agent-role-limited",
    title="Roles of Bedrock agents are not administrators",
    severity=Severity.HIGH,
    every=Agent,
    must=~Agent.role.any(ADMINISTRATOR),
    because="Whoever gets a sentence into what the agent reads can make it use the rights of its role.",
    fix=(
        "Give the role in agent_resource_role_arn (Terraform) or AgentResourceRoleArn (CloudFormation) only the "
        "models, functions and data it needs."
    ),
    serves=("ai-agent-least-privilege", "least-privilege"),
    passes=[
        (
            Agent(role=frozenset({"r"})),
            Role(
                "r",
                managed=frozenset({"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"}),
                attachments=frozenset(),
                statements=frozenset(),
                policies=frozenset(),
            ),
        )
    ],
    fails=[
        (
            Agent(role=frozenset({"r"})),
            Role(
                "r",
                managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"}),
                attachments=frozenset(),
                statements=frozenset(),
                policies=frozenset(),
            ),
        )
    ],
)
