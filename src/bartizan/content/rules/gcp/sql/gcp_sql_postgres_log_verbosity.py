"""PostgreSQL logs errors without their inside."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-postgres-log-verbosity",
    title="PostgreSQL logs errors without their inside",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("POSTGRES"),
    must=~SqlInstance.log_error_verbosity.equals("verbose"),
    because="Verbose messages hold code places and data.",
    fix="Set the database flag log_error_verbosity to default or terse.",
    serves=(
        "application-logging",
        "data-minimisation",
    ),
    passes=[
        SqlInstance(version="POSTGRES_X", log_error_verbosity="default"),
        SqlInstance(version="POSTGRES_X", log_error_verbosity=None),
    ],
    fails=[SqlInstance(version="POSTGRES_X", log_error_verbosity="verbose")],
)
