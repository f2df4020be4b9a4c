"""Access to key vaults is decided by roles."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-uses-rbac",
    title="Access to key vaults is decided by roles",
    severity=Severity.MEDIUM,
    every=Vault,
    must=Vault.uses_rbac,
    because=(
        "Access policies of a vault count for all keys or secrets in it, and everyone who may change the "
        "vault can add one."
    ),
    fix="Set rbac_authorization_enabled (enable_rbac_authorization) to true.",
    serves=("least-privilege",),
    passes=[Vault(uses_rbac=True)],
    fails=[Vault(uses_rbac=False)],
)
