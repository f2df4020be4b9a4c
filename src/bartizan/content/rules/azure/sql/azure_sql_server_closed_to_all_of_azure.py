"""Database servers do not let in all of Azure."""

from bartizan.content.kinds.azure.database_firewall_rule import FirewallRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-closed-to-all-of-azure",
    title="Database servers do not let in all of Azure",
    severity=Severity.MEDIUM,
    every=FirewallRule,
    must=~FirewallRule.all_of_azure,
    because="Everyone can rent a machine in Azure, and is then past the firewall.",
    fix="Remove the rule from 0.0.0.0 to 0.0.0.0; use virtual network rules or private endpoints.",
    serves=("restricted-ingress",),
    also=("CKV2_AZURE_6",),
    passes=[FirewallRule(all_of_azure=False)],
    fails=[FirewallRule(all_of_azure=True)],
)
