"""Parameter groups of PostgreSQL log statements."""

from bartizan.content.kinds.aws.rds_parameter_group import ParameterGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-parameters-log-statements",
    title="Parameter groups of PostgreSQL log statements",
    severity=Severity.LOW,
    every=ParameterGroup,
    where=ParameterGroup.family.starts_with("postgres")
    | (ParameterGroup.clustered & ParameterGroup.family.starts_with("aurora-postgres")),
    must=ParameterGroup.log_statement.one_of("ddl", "mod", "all") & ParameterGroup.log_slower_than.at_least(0),
    because="Without the statements in the log nobody can tell which data was read or changed, by whom and when.",
    fix="Set the parameters log_statement to ddl, mod or all, and log_min_duration_statement to 0 or more.",
    serves=("data-access-logging",),
    also=("CKV2_AWS_27", "CKV2_AWS_30"),
    passes=[ParameterGroup(family="postgres16", log_statement="ddl", log_slower_than=1000)],
    fails=[
        ParameterGroup(clustered=True, family="aurora-postgresql16", log_statement=None, log_slower_than=None),
        ParameterGroup(family="postgres16", log_statement="all", log_slower_than=-1),
    ],
)
