"""Services of Azure that were let in can reach closed storage accounts."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-trusted-services-pass",
    title="Services of Azure that were let in can reach closed storage accounts",
    severity=Severity.LOW,
    every=Account,
    where=Account.default_action.equals("Deny"),
    must=Account.trusts_services,
    because="Backup, logging and monitoring stop in silence when the account shuts them out.",
    fix="Add AzureServices to network_rules.bypass.",
    serves=("high-availability",),
    also=(
        "CKV_AZURE_36",
        "AZU-0010",
        "AVD-AZU-0010",
        "azure-storage-allow-microsoft-service-bypass",
    ),
    passes=[Account(default_action="Deny", trusts_services=True)],
    fails=[Account(default_action="Deny", trusts_services=False)],
)
