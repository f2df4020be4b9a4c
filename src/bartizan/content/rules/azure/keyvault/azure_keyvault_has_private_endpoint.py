"""Key vaults have a private endpoint."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-has-private-endpoint",
    title="Key vaults have a private endpoint",
    severity=Severity.LOW,
    every=Vault,
    must=Vault.private_endpoint,
    because="Without one, traffic to it takes the public endpoint, which then has to stay open.",
    fix="Add an azurerm_private_endpoint whose private_connection_resource_id is the vault.",
    serves=("private-connectivity",),
    also=("CKV2_AZURE_32",),
    passes=[Vault(private_endpoint=True)],
    fails=[Vault(private_endpoint=False)],
)
