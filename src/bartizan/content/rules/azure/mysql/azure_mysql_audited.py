"""MySQL servers are audited."""

from bartizan.content.kinds.azure.mysql_server import MysqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-mysql-audited",
    title="MySQL servers are audited",
    severity=Severity.MEDIUM,
    every=MysqlServer,
    must=MysqlServer.audited,
    because="Who logged in, and what they did, cannot be told afterwards.",
    fix="Add an azurerm_mysql_flexible_server_configuration that sets audit_log_enabled to ON.",
    serves=("data-access-logging",),
    passes=[MysqlServer(audited=True)],
    fails=[MysqlServer(audited=False)],
)
