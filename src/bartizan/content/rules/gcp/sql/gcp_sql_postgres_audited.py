"""PostgreSQL is audited."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-postgres-audited",
    title="PostgreSQL is audited",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("POSTGRES"),
    must=SqlInstance.audits.equals("on"),
    because="Who read or changed which rows cannot be told.",
    fix="Set the database flag cloudsql.enable_pgaudit to on.",
    serves=("data-access-logging",),
    also=("CKV_GCP_110",),
    passes=[SqlInstance(version="POSTGRES_X", audits="on")],
    fails=[SqlInstance(version="POSTGRES_X", audits="off"), SqlInstance(version="POSTGRES_X", audits=None)],
)
