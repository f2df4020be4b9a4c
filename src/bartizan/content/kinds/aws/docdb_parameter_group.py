"""Parameter groups of Amazon DocumentDB."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class ParameterGroup(
    Asset, kind="aws.docdb.parameter-group", identifier="arn:{partition}:rds:{region}:{account}:cluster-pg:{name}"
):
    """Settings of the engine, for clusters."""

    name = Text("Its name, where it is known before deployment.")
    tls_required = Flag("Connections without TLS are refused.")
    audited = Flag("What clients do is written to the audit log.")


FROM_TERRAFORM = Source(
    of=ParameterGroup,
    each=Block("aws_docdb_cluster_parameter_group"),
    names=("name",),
    reads={
        ParameterGroup.name: "name",
        ParameterGroup.tls_required: "not_null(parameter[?name=='tls'].value | [0], 'enabled') != 'disabled'",
        ParameterGroup.audited: "!contains(['disabled', 'none'], not_null(parameter[?name=='audit_logs'].value | [0], 'disabled'))",
    },
    shows=[
        Shown(
            text="""
resource "aws_docdb_cluster_parameter_group" "plain" {
  family = "docdb5.0"
}
""",
            gives=ParameterGroup(
                "aws_docdb_cluster_parameter_group.plain", name=None, tls_required=True, audited=False
            ),
        ),
        Shown(
            text="""
resource "aws_docdb_cluster_parameter_group" "strict" {
  name   = "strict"
  family = "docdb5.0"
  parameter {
    name  = "tls"
    value = "disabled"
  }
  parameter {
    name  = "audit_logs"
    value = "all"
  }
}
""",
            gives=ParameterGroup(
                "aws_docdb_cluster_parameter_group.strict", name="strict", tls_required=False, audited=True
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=ParameterGroup,
    each=Block("AWS::DocDB::DBClusterParameterGroup"),
    names=("Name",),
    reads={
        ParameterGroup.name: "Name",
        ParameterGroup.tls_required: "not_null(Parameters.tls, 'enabled') != 'disabled'",
        ParameterGroup.audited: "!contains(['disabled', 'none'], not_null(Parameters.audit_logs, 'disabled'))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::DocDB::DBClusterParameterGroup
    Properties:
      Family: docdb5.0
      Description: Plain
      Parameters: {}
""",
            gives=ParameterGroup("Plain", name=None, tls_required=True, audited=False),
        ),
        Shown(
            text="""
Resources:
  Strict:
    Type: AWS::DocDB::DBClusterParameterGroup
    Properties:
      Name: strict
      Family: docdb5.0
      Description: Strict
      Parameters: {tls: disabled, audit_logs: enabled}
""",
            gives=ParameterGroup("Strict", name="strict", tls_required=False, audited=True),
        ),
    ],
)
