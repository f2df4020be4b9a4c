"""Parameter groups of Amazon RDS and Aurora."""

from bartizan.core.kind import Asset, Flag, Number, Term, Text
from bartizan.core.source import Block, Fixed, Read, Shown, Source


class ParameterGroup(
    Asset, kind="aws.rds.parameter-group", identifier="arn:{partition}:rds:{region}:{account}:{form}:{name}"
):
    """Settings of a database engine, for instances or clusters."""

    name = Text("Its name, where it is known before deployment.")
    clustered = Flag("It is for whole clusters; Aurora takes the settings of connections from such a group only.")
    family = Text("The engine and version it is for: mysql8.0, aurora-postgresql16 ...")
    tls_required = Flag("Connections without TLS are refused; newer engines do so unless told otherwise.")
    log_statement = Text("Which statements PostgreSQL logs: none, ddl, mod or all.")
    log_slower_than = Number("Milliseconds from which PostgreSQL logs a statement; -1 is never.")


REQUIRES_TLS = "^(postgres(1[5-9]|[2-9][0-9])|aurora-postgresql(1[7-9]|[2-9][0-9]))"
"""Families whose engine refuses plain connections by default."""
MAY_REQUIRE_TLS = "^(mysql8[.]4|mysql9|mariadb(11[.]8|1[2-9]))"
"""Families whose default differs between minor versions and regions."""
TLS = (
    f"flag(not_null(set, (matches(family, '{REQUIRES_TLS}') && 'true') || "
    f"(!matches(family, '{MAY_REQUIRE_TLS}') && 'false') || ''))"
)
FOR_INSTANCES = Fixed(False, "Another resource is for clusters.")
FOR_CLUSTERS = Fixed(True, "Another resource is for instances.")

TERRAFORM: dict[Term[ParameterGroup], Read] = {
    ParameterGroup.name: "name",
    ParameterGroup.family: "lower(family)",
    ParameterGroup.tls_required: (
        "{family: lower(family), set: parameter[?name=='rds.force_ssl' || name=='require_secure_transport'].value | [0]}"
        f" | {TLS}"
    ),
    ParameterGroup.log_statement: "parameter[?name=='log_statement'].value | [0]",
    ParameterGroup.log_slower_than: "parameter[?name=='log_min_duration_statement'].value | [0]",
}
CLOUDFORMATION: dict[Term[ParameterGroup], Read] = {
    ParameterGroup.name: "not_null(DBParameterGroupName, DBClusterParameterGroupName)",
    ParameterGroup.family: "lower(Family)",
    ParameterGroup.tls_required: (
        '{family: lower(Family), set: not_null(Parameters."rds.force_ssl", Parameters.require_secure_transport)}'
        f" | {TLS}"
    ),
    ParameterGroup.log_statement: "Parameters.log_statement",
    ParameterGroup.log_slower_than: "Parameters.log_min_duration_statement",
}

FROM_TERRAFORM = Source(
    of=ParameterGroup,
    each=Block("aws_db_parameter_group"),
    names=("name",),
    reads={**TERRAFORM, ParameterGroup.clustered: FOR_INSTANCES},
    shows=[
        Shown(
            text="""
resource "aws_db_parameter_group" "plain" {
  family = "postgres14"
}
""",
            gives=ParameterGroup(
                "aws_db_parameter_group.plain",
                name=None,
                clustered=False,
                family="postgres14",
                tls_required=False,
                log_statement=None,
                log_slower_than=None,
            ),
        ),
        Shown(
            text="""
resource "aws_db_parameter_group" "strict" {
  name   = "strict"
  family = "sqlserver-ee-15.0"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_statement"
    value = "ddl"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }
}
""",
            gives=ParameterGroup(
                "aws_db_parameter_group.strict",
                name="strict",
                family="sqlserver-ee-15.0",
                tls_required=True,
                log_statement="ddl",
                log_slower_than=1000,
            ),
        ),
        Shown(
            text='resource "aws_db_parameter_group" "new" {\n  family = "postgres16"\n}',
            gives=ParameterGroup("aws_db_parameter_group.new", tls_required=True),
        ),
        Shown(
            text="""
resource "aws_db_parameter_group" "lax" {
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }
}
""",
            gives=ParameterGroup("aws_db_parameter_group.lax", tls_required=False),
        ),
    ],
)

CLUSTER_FROM_TERRAFORM = Source(
    of=ParameterGroup,
    each=Block("aws_rds_cluster_parameter_group"),
    names=("name",),
    reads={**TERRAFORM, ParameterGroup.clustered: FOR_CLUSTERS},
    shows=[
        Shown(
            text="""
resource "aws_rds_cluster_parameter_group" "strict" {
  name   = "strict"
  family = "aurora-mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }

  parameter {
    name  = "log_statement"
    value = "all"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = 0
  }
}
""",
            gives=ParameterGroup(
                "aws_rds_cluster_parameter_group.strict",
                name="strict",
                clustered=True,
                family="aurora-mysql8.0",
                tls_required=True,
                log_statement="all",
                log_slower_than=0,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=ParameterGroup,
    each=Block("AWS::RDS::DBParameterGroup"),
    names=("DBParameterGroupName",),
    reads={**CLOUDFORMATION, ParameterGroup.clustered: FOR_INSTANCES},
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::RDS::DBParameterGroup
    Properties: {Family: postgres14, Description: Plain}
""",
            gives=ParameterGroup(
                "Plain",
                name=None,
                clustered=False,
                family="postgres14",
                tls_required=False,
                log_statement=None,
                log_slower_than=None,
            ),
        ),
        Shown(
            text="""
Resources:
  Strict:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      DBParameterGroupName: strict
      Family: postgres14
      Description: Strict
      Parameters:
        rds.force_ssl: 1
        log_statement: ddl
        log_min_duration_statement: 1000
""",
            gives=ParameterGroup("Strict", name="strict", tls_required=True, log_statement="ddl", log_slower_than=1000),
        ),
    ],
)

CLUSTER_FROM_CLOUDFORMATION = Source(
    of=ParameterGroup,
    each=Block("AWS::RDS::DBClusterParameterGroup"),
    names=("DBClusterParameterGroupName",),
    reads={**CLOUDFORMATION, ParameterGroup.clustered: FOR_CLUSTERS},
    shows=[
        Shown(
            text="""
Resources:
  Strict:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      DBClusterParameterGroupName: strict
      Family: aurora-mysql8.0
      Description: Strict
      Parameters: {require_secure_transport: "ON", log_statement: all, log_min_duration_statement: 0}
""",
            gives=ParameterGroup(
                "Strict",
                name="strict",
                clustered=True,
                family="aurora-mysql8.0",
                tls_required=True,
                log_statement="all",
                log_slower_than=0,
            ),
        ),
    ],
)
