"""AWS CloudFormation stacks, and stack sets that make the same stack in many accounts."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Fixed, Shown, Source, Unseen


class Stack(
    Asset,
    kind="aws.cloudformation.stack",
    identifier="arn:{partition}:cloudformation:{region}:{account}:stack/{name}/{id}",
):
    """Resources that are made, changed and deleted together."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role it is made and changed with; the caller's own rights count where there is none.")


class StackSet(
    Asset,
    kind="aws.cloudformation.stack-set",
    identifier="arn:{partition}:cloudformation:{region}:{account}:stackset/{name}:{id}",
):
    """One template for stacks in many accounts and regions."""

    name = Text("Its name, where it is known before deployment.")
    service_managed = Flag("The organisation chooses the accounts, and CloudFormation makes the roles itself.")
    role = Link(Role, "The administration role: it takes the execution role of each account.")
    execution_role = Link(Role, "The role that makes the stack, where that is in the same place.")


EXECUTION = "AWSCloudFormationStackSetExecutionRole"
"""The name of the execution role where none is given."""

FROM_TERRAFORM = Source(
    of=Stack,
    each=Block("aws_cloudformation_stack"),
    names=("name",),
    reads={Stack.name: "name", Stack.role: "iam_role_arn"},
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "deploy" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_cloudformation_stack" "network" {
  name         = "network"
  iam_role_arn = aws_iam_role.deploy.arn
}
""",
            gives=Stack("aws_cloudformation_stack.network", name="network", role=frozenset({"aws_iam_role.deploy"})),
        ),
        Shown(
            text='resource "aws_cloudformation_stack" "plain" {\n  name = "plain"\n}',
            gives=Stack("aws_cloudformation_stack.plain", name="plain", role=frozenset()),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Stack,
    each=Block("AWS::CloudFormation::Stack"),
    reads={
        Stack.name: Fixed(None, "A nested stack is given its name when it is made."),
        Stack.role: Unseen("A nested stack is made with the role of the stack around it."),
    },
    shows=[
        Shown(
            text="""
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: "https://example.s3.amazonaws.com/network.yaml"}
""",
            gives=Stack("Network", name=None),
        ),
    ],
)

SET_FROM_TERRAFORM = Source(
    of=StackSet,
    each=Block("aws_cloudformation_stack_set"),
    names=("name",),
    reads={
        StackSet.name: "name",
        StackSet.service_managed: "not_null(permission_model, 'SELF_MANAGED') == 'SERVICE_MANAGED'",
        StackSet.role: "administration_role_arn",
        StackSet.execution_role: f"not_null(execution_role_name, '{EXECUTION}')",
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "administration" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_iam_role" "execution" {
  name               = "stacks"
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_cloudformation_stack_set" "baseline" {
  name                    = "baseline"
  administration_role_arn = aws_iam_role.administration.arn
  execution_role_name     = aws_iam_role.execution.name
}
""",
            gives=StackSet(
                "aws_cloudformation_stack_set.baseline",
                name="baseline",
                service_managed=False,
                role=frozenset({"aws_iam_role.administration"}),
                execution_role=frozenset({"aws_iam_role.execution"}),
            ),
        ),
    ],
)

SET_FROM_CLOUDFORMATION = Source(
    of=StackSet,
    each=Block("AWS::CloudFormation::StackSet"),
    names=("StackSetName",),
    reads={
        StackSet.name: "StackSetName",
        StackSet.service_managed: "PermissionModel == 'SERVICE_MANAGED'",
        StackSet.role: "AdministrationRoleARN",
        StackSet.execution_role: f"not_null(ExecutionRoleName, '{EXECUTION}')",
    },
    shows=[
        Shown(
            text="""
Resources:
  Administration:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Execution:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Baseline:
    Type: AWS::CloudFormation::StackSet
    Properties:
      StackSetName: baseline
      PermissionModel: SELF_MANAGED
      AdministrationRoleARN: !GetAtt Administration.Arn
      ExecutionRoleName: !Ref Execution
""",
            gives=StackSet(
                "Baseline",
                name="baseline",
                service_managed=False,
                role=frozenset({"Administration"}),
                execution_role=frozenset({"Execution"}),
            ),
        ),
    ],
)
