"""Audit logs of MySQL servers have connections."""

from bartizan.content.kinds.azure.mysql_server import MysqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-mysql-audits-connections",
    title="Audit logs of MySQL servers have connections",
    severity=Severity.LOW,
    every=MysqlServer,
    where=MysqlServer.audited & MysqlServer.audit_events.is_set(),
    must=MysqlServer.audit_events.contains("CONNECTION"),
    because="Who logged in, or tried to, cannot be told afterwards.",
    fix="Add CONNECTION to the parameter audit_log_events.",
    serves=("data-access-logging",),
    passes=[MysqlServer(audited=True, audit_events="CONNECTION,DDL")],
    fails=[MysqlServer(audited=True, audit_events="DDL")],
)
