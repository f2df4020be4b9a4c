"""Storage accounts refuse networks that are not named."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-denies-by-default",
    title="Storage accounts refuse networks that are not named",
    severity=Severity.HIGH,
    every=Account,
    must=Account.default_action.equals("Deny") | ~Account.public_network,
    because="Keys and signatures that leak are then good from every address on the Internet.",
    fix="Set network_rules.default_action to Deny and name subnets or addresses.",
    serves=(
        "restricted-ingress",
        "no-public-data",
    ),
    also=(
        "CKV_AZURE_35",
        "AZU-0012",
        "AVD-AZU-0012",
        "azure-storage-default-action-deny",
    ),
    passes=[Account(default_action="Deny"), Account(default_action="Allow", public_network=False)],
    fails=[Account(default_action="Allow", public_network=True)],
)
