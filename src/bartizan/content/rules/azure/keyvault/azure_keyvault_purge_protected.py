"""Key vaults cannot be emptied for good."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-purge-protected",
    title="Key vaults cannot be emptied for good",
    severity=Severity.MEDIUM,
    every=Vault,
    must=Vault.purge_protected,
    because="Whoever breaks in, or a script gone wrong, destroys keys, and with them all data they protect.",
    fix="Set purge_protection_enabled to true, and do not set soft_delete_enabled to false.",
    serves=(
        "deletion-protection",
        "key-protection",
    ),
    also=(
        "CKV_AZURE_42",
        "CKV_AZURE_110",
        "CKV_AZURE_111",
        "AZU-0016",
        "AVD-AZU-0016",
        "azure-keyvault-no-purge",
    ),
    passes=[Vault(purge_protected=True)],
    fails=[Vault(purge_protected=False)],
)
