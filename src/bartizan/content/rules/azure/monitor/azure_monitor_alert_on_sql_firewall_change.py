"""Somebody is told when firewalls of SQL servers change."""

from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-monitor-alert-on-sql-firewall-change",
    title="Somebody is told when firewalls of SQL servers change",
    severity=Severity.LOW,
    every=Subscription,
    where=Subscription.watched,
    must=Subscription.alerts.has("microsoft.sql/servers/firewallrules/write"),
    because="Such changes are rare, and how attackers open or cover their way: each should be seen at once.",
    fix=(
        "Add an azurerm_monitor_activity_log_alert on the subscription with operation_name "
        "Microsoft.Sql/servers/firewallRules/write and an action."
    ),
    serves=("monitoring-and-alerting",),
    passes=[Subscription(watched=True, alerts=frozenset({"microsoft.sql/servers/firewallrules/write"}))],
    fails=[Subscription(watched=True, alerts=frozenset())],
)
