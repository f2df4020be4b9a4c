"""Backup vaults are not open to everyone."""

from bartizan.content.kinds.aws.backup_vault import Vault
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-backup-vault-policy-not-open",
    title="Backup vaults are not open to everyone",
    severity=Severity.HIGH,
    every=Vault,
    must=~Vault.open_to_all,
    because="Strangers can copy recovery points out of the vault, or fill it with their own.",
    fix="Name accounts as Principal in the policy of the vault, or add a condition on aws:PrincipalOrgID.",
    serves=("backup", "no-wildcard-trust"),
    passes=[
        Vault(open_to_all=False),
    ],
    fails=[
        Vault(open_to_all=True),
    ],
)
