"""PostgreSQL logs changes of tables."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-postgres-logs-statements",
    title="PostgreSQL logs changes of tables",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("POSTGRES"),
    must=SqlInstance.log_statement.one_of("ddl", "mod", "all"),
    because="Changes of tables and rights leave no trace.",
    fix="Set the database flag log_statement to ddl.",
    serves=("data-access-logging",),
    also=("CKV_GCP_111",),
    passes=[SqlInstance(version="POSTGRES_X", log_statement="ddl")],
    fails=[
        SqlInstance(version="POSTGRES_X", log_statement="none"),
        SqlInstance(version="POSTGRES_X", log_statement=None),
    ],
)
