"""Somebody is told when policies are removed."""

from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-monitor-alert-on-policy-removal",
    title="Somebody is told when policies are removed",
    severity=Severity.LOW,
    every=Subscription,
    where=Subscription.watched,
    must=Subscription.alerts.has("microsoft.authorization/policyassignments/delete"),
    because="Such changes are rare, and how attackers open or cover their way: each should be seen at once.",
    fix=(
        "Add an azurerm_monitor_activity_log_alert on the subscription with operation_name "
        "Microsoft.Authorization/policyAssignments/delete and an action."
    ),
    serves=("monitoring-and-alerting",),
    passes=[Subscription(watched=True, alerts=frozenset({"microsoft.authorization/policyassignments/delete"}))],
    fails=[Subscription(watched=True, alerts=frozenset())],
)
