"""Backups cannot be deleted before their time."""

from bartizan.content.kinds.aws.backup_vault import Vault
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-backup-vault-locked",
    title="Backups cannot be deleted before their time",
    severity=Severity.LOW,
    every=Vault,
    must=Vault.locked,
    because=(
        "Whoever holds data to ransom deletes the backups first; a locked vault does not let even an administrator do "
        "so."
    ),
    fix=(
        "Add aws_backup_vault_lock_configuration (Terraform) or LockConfiguration (CloudFormation) with a minimum "
        "retention."
    ),
    serves=("backup", "data-integrity"),
    passes=[
        Vault(locked=True),
    ],
    fails=[
        Vault(locked=False),
    ],
)
