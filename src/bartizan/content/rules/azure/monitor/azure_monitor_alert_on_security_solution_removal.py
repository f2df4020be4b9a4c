"""Somebody is told when security solutions are removed."""

from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-monitor-alert-on-security-solution-removal",
    title="Somebody is told when security solutions are removed",
    severity=Severity.LOW,
    every=Subscription,
    where=Subscription.watched,
    must=Subscription.alerts.has("microsoft.security/securitysolutions/delete"),
    because="Such changes are rare, and how attackers open or cover their way: each should be seen at once.",
    fix=(
        "Add an azurerm_monitor_activity_log_alert on the subscription with operation_name "
        "Microsoft.Security/securitySolutions/delete and an action."
    ),
    serves=("monitoring-and-alerting",),
    passes=[Subscription(watched=True, alerts=frozenset({"microsoft.security/securitysolutions/delete"}))],
    fails=[Subscription(watched=True, alerts=frozenset())],
)
