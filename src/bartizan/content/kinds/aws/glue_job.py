"""AWS Glue jobs and development endpoints: what runs code of their users."""

from typing import Any

from bartizan.content.kinds.aws.glue_security import Component
from bartizan.core.kind import Term, Text
from bartizan.core.source import Block, Read, Shown, Source


class Job(Component, kind="aws.glue.job", identifier="arn:{partition}:glue:{region}:{account}:job/{name}"):
    """A script that is run to read, change and write data."""

    name = Text("Its name, where it is known before deployment.")


class DevEndpoint(
    Component,
    kind="aws.glue.dev-endpoint",
    identifier="arn:{partition}:glue:{region}:{account}:devEndpoint/{name}",
):
    """A machine to try scripts on, reached over SSH."""

    name = Text("Its name, where it is known before deployment.")


TERRAFORM: dict[Term[Any], Read] = {
    Component.secured: "not_null(security_configuration, '') != ''",
    Component.configuration: "security_configuration",
    Component.role: "role_arn",
}
CLOUDFORMATION: dict[Term[Any], Read] = {
    Component.secured: "not_null(SecurityConfiguration, '') != ''",
    Component.configuration: "SecurityConfiguration",
}

FROM_TERRAFORM = Source(
    of=Job,
    each=Block("aws_glue_job"),
    names=("name",),
    reads={**TERRAFORM, Job.name: "name"},
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "etl" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_glue_security_configuration" "strict" {
  name = "strict"
}

resource "aws_glue_job" "load" {
  name                   = "load"
  role_arn               = aws_iam_role.etl.arn
  security_configuration = aws_glue_security_configuration.strict.name
}
""",
            gives=Job(
                "aws_glue_job.load",
                name="load",
                secured=True,
                configuration=frozenset({"aws_glue_security_configuration.strict"}),
                role=frozenset({"aws_iam_role.etl"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Job,
    each=Block("AWS::Glue::Job"),
    names=("Name",),
    reads={**CLOUDFORMATION, Job.role: "Role", Job.name: "Name"},
    shows=[
        Shown(
            text="""
Resources:
  Etl:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Strict:
    Type: AWS::Glue::SecurityConfiguration
    Properties: {Name: strict, EncryptionConfiguration: {}}
  Load:
    Type: AWS::Glue::Job
    Properties: {Name: load, Role: !GetAtt Etl.Arn, SecurityConfiguration: !Ref Strict}
""",
            gives=Job("Load", name="load", secured=True, configuration=frozenset({"Strict"}), role=frozenset({"Etl"})),
        ),
    ],
)

ENDPOINT_FROM_TERRAFORM = Source(
    of=DevEndpoint,
    each=Block("aws_glue_dev_endpoint"),
    names=("name",),
    reads={**TERRAFORM, DevEndpoint.name: "name"},
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "etl" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_glue_dev_endpoint" "try" {
  name     = "try"
  role_arn = aws_iam_role.etl.arn
}
""",
            gives=DevEndpoint(
                "aws_glue_dev_endpoint.try",
                name="try",
                secured=False,
                configuration=frozenset(),
                role=frozenset({"aws_iam_role.etl"}),
            ),
        ),
    ],
)

ENDPOINT_FROM_CLOUDFORMATION = Source(
    of=DevEndpoint,
    each=Block("AWS::Glue::DevEndpoint"),
    names=("EndpointName",),
    reads={**CLOUDFORMATION, DevEndpoint.role: "RoleArn", DevEndpoint.name: "EndpointName"},
    shows=[
        Shown(
            text="""
Resources:
  Etl:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Try:
    Type: AWS::Glue::DevEndpoint
    Properties: {EndpointName: try, RoleArn: !GetAtt Etl.Arn}
""",
            gives=DevEndpoint("Try", name="try", secured=False, configuration=frozenset(), role=frozenset({"Etl"})),
        ),
    ],
)
