"""Key vaults refuse networks that are not named."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-denies-by-default",
    title="Key vaults refuse networks that are not named",
    severity=Severity.HIGH,
    every=Vault,
    must=Vault.default_action.equals("Deny") | ~Vault.public_network,
    because="A leaked credential of an identity is then good for reading secrets from every address on the Internet.",
    fix="Set network_acls.default_action to Deny, or public_network_access_enabled to false.",
    serves=(
        "restricted-ingress",
        "secrets-management",
    ),
    also=(
        "CKV_AZURE_109",
        "CKV_AZURE_189",
        "AZU-0013",
        "AVD-AZU-0013",
        "azure-keyvault-specify-network-acl",
    ),
    passes=[Vault(default_action="Deny"), Vault(default_action="Allow", public_network=False)],
    fails=[Vault(default_action="Allow", public_network=True)],
)
