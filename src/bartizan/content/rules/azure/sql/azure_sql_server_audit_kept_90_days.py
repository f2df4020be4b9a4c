"""Audit logs of SQL servers are kept for 90 days."""

from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-audit-kept-90-days",
    title="Audit logs of SQL servers are kept for 90 days",
    severity=Severity.LOW,
    every=SqlServer,
    where=SqlServer.audited,
    must=SqlServer.audit_days.equals(0) | SqlServer.audit_days.at_least(90),
    because="Break-ins are often noticed after months, when the log of how it began is gone.",
    fix="Set retention_in_days to 90 or more, or to 0 for ever.",
    serves=("log-retention",),
    also=(
        "CKV_AZURE_24",
        "AZU-0025",
        "AVD-AZU-0025",
        "azure-database-retention-period-set",
    ),
    passes=[SqlServer(audited=True, audit_days=90), SqlServer(audited=True, audit_days=0)],
    fails=[SqlServer(audited=True, audit_days=30)],
)
