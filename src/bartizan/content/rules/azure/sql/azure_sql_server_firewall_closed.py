"""Database servers let in few addresses."""

from bartizan.content.kinds.azure.database_firewall_rule import FirewallRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-firewall-closed",
    title="Database servers let in few addresses",
    severity=Severity.HIGH,
    every=FirewallRule,
    must=~FirewallRule.wide,
    because="Everyone in a large part of the Internet can try passwords and faults on the database.",
    fix="Name the addresses that need it in start_ip_address and end_ip_address.",
    serves=(
        "no-public-data",
        "restricted-ingress",
    ),
    also=(
        "CKV_AZURE_11",
        "CKV2_AZURE_34",
        "CKV2_AZURE_26",
        "CKV2_AZURE_19",
        "AZU-0029",
        "AVD-AZU-0029",
        "azure-database-no-public-firewall-access",
    ),
    passes=[FirewallRule(wide=False)],
    fails=[FirewallRule(wide=True)],
)
