"""Amazon Bedrock AgentCore: code interpreters, and runtimes for agents."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.kind import Asset, Link, Text
from bartizan.core.source import Block, Shown, Source


class CodeInterpreter(
    Asset,
    kind="aws.bedrock.code-interpreter",
    identifier="arn:{partition}:bedrock-agentcore:{region}:{account}:code-interpreter-custom/{id}",
):
    """A place in which agents, or whoever opens a session, run code."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role the code acts as.")


class Runtime(
    Asset,
    kind="aws.bedrock.agent-runtime",
    identifier="arn:{partition}:bedrock-agentcore:{region}:{account}:runtime/{id}",
):
    """A container that an agent runs in."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role the agent acts as.")


FROM_TERRAFORM = Source(
    of=CodeInterpreter,
    each=Block("aws_bedrockagentcore_code_interpreter"),
    names=("code_interpreter_id",),
    reads={CodeInterpreter.name: "name", CodeInterpreter.role: "execution_role_arn"},
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "code" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_bedrockagentcore_code_interpreter" "analyst" {
  name               = "analyst"
  execution_role_arn = aws_iam_role.code.arn
}
""",
            gives=CodeInterpreter(
                "aws_bedrockagentcore_code_interpreter.analyst",
                name="analyst",
                role=frozenset({"aws_iam_role.code"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=CodeInterpreter,
    each=Block("AWS::BedrockAgentCore::CodeInterpreterCustom"),
    reads={CodeInterpreter.name: "Name", CodeInterpreter.role: "ExecutionRoleArn"},
    shows=[
        Shown(
            text="""
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Analyst:
    Type: AWS::BedrockAgentCore::CodeInterpreterCustom
    Properties: {Name: analyst, ExecutionRoleArn: !GetAtt Role.Arn}
""",
            gives=CodeInterpreter("Analyst", name="analyst", role=frozenset({"Role"})),
        ),
    ],
)

RUNTIME_FROM_TERRAFORM = Source(
    of=Runtime,
    each=Block("aws_bedrockagentcore_agent_runtime"),
    names=("agent_runtime_id",),
    reads={Runtime.name: "agent_runtime_name", Runtime.role: "role_arn"},
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "agent" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_bedrockagentcore_agent_runtime" "helpdesk" {
  agent_runtime_name = "helpdesk"
  role_arn           = aws_iam_role.agent.arn
}
""",
            gives=Runtime(
                "aws_bedrockagentcore_agent_runtime.helpdesk",
                name="helpdesk",
                role=frozenset({"aws_iam_role.agent"}),
            ),
        ),
    ],
)

RUNTIME_FROM_CLOUDFORMATION = Source(
    of=Runtime,
    each=Block("AWS::BedrockAgentCore::Runtime"),
    reads={Runtime.name: "AgentRuntimeName", Runtime.role: "RoleArn"},
    shows=[
        Shown(
            text="""
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Helpdesk:
    Type: AWS::BedrockAgentCore::Runtime
    Properties: {AgentRuntimeName: helpdesk, RoleArn: !GetAtt Role.Arn}
""",
            gives=Runtime("Helpdesk", name="helpdesk", role=frozenset({"Role"})),
        ),
    ],
)
