"""Use of key vaults is logged."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-logged",
    title="Use of key vaults is logged",
    severity=Severity.MEDIUM,
    every=Vault,
    must=Vault.logged,
    because="Who read which secret, and who deleted a key, cannot be told afterwards.",
    fix="Add an azurerm_monitor_diagnostic_setting for the vault with the category AuditEvent.",
    serves=("data-access-logging",),
    passes=[Vault(logged=True)],
    fails=[Vault(logged=False)],
)
