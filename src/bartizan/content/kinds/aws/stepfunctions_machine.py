"""AWS Step Functions state machines."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Machine(
    Asset, kind="aws.stepfunctions.machine", identifier="arn:{partition}:states:{region}:{account}:stateMachine:{name}"
):
    """Steps that call services in an order."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role it acts as.")
    log_level = Text("What of its executions is logged: OFF, FATAL, ERROR or ALL.")
    traced = Flag("Executions are traced across services.")


FROM_TERRAFORM = Source(
    of=Machine,
    each=Block("aws_sfn_state_machine"),
    names=("name",),
    reads={
        Machine.name: "name",
        Machine.role: "role_arn",
        Machine.log_level: "not_null(logging_configuration[0].level, 'OFF')",
        Machine.traced: "flag(not_null(tracing_configuration[0].enabled, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_sfn_state_machine" "plain" {
  name = "plain"
}
""",
            gives=Machine("aws_sfn_state_machine.plain", log_level="OFF", traced=False),
        ),
        Shown(
            text="""
resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_sfn_state_machine" "order" {
  name     = "order"
  role_arn = aws_iam_role.app.arn
  logging_configuration {
    level = "ALL"
  }
  tracing_configuration {
    enabled = true
  }
}
""",
            gives=Machine(
                "aws_sfn_state_machine.order",
                name="order",
                role=frozenset({"aws_iam_role.app"}),
                log_level="ALL",
                traced=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Machine,
    each=Block("AWS::StepFunctions::StateMachine"),
    names=("StateMachineName",),
    reads={
        Machine.name: "StateMachineName",
        Machine.role: "RoleArn",
        Machine.log_level: "not_null(LoggingConfiguration.Level, 'OFF')",
        Machine.traced: "flag(not_null(TracingConfiguration.Enabled, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: app
""",
            gives=Machine("Plain", log_level="OFF", traced=False),
        ),
        Shown(
            text="""
Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: []}
  Order:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: order
      RoleArn: !GetAtt App.Arn
      LoggingConfiguration: {Level: ALL}
      TracingConfiguration: {Enabled: true}
""",
            gives=Machine("Order", name="order", role=frozenset({"App"}), log_level="ALL", traced=True),
        ),
    ],
)
