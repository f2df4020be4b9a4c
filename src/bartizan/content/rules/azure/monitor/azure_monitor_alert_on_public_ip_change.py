"""Somebody is told when public addresses change."""

from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-monitor-alert-on-public-ip-change",
    title="Somebody is told when public addresses change",
    severity=Severity.LOW,
    every=Subscription,
    where=Subscription.watched,
    must=Subscription.alerts.has("microsoft.network/publicipaddresses/write"),
    because="Such changes are rare, and how attackers open or cover their way: each should be seen at once.",
    fix=(
        "Add an azurerm_monitor_activity_log_alert on the subscription with operation_name "
        "Microsoft.Network/publicIPAddresses/write and an action."
    ),
    serves=("monitoring-and-alerting",),
    passes=[Subscription(watched=True, alerts=frozenset({"microsoft.network/publicipaddresses/write"}))],
    fails=[Subscription(watched=True, alerts=frozenset())],
)
