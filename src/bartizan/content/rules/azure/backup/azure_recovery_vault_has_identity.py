"""Backup vaults have an identity."""

from bartizan.content.kinds.azure.backup_vault import BackupVault
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-recovery-vault-has-identity",
    title="Backup vaults have an identity",
    severity=Severity.LOW,
    every=BackupVault,
    must=BackupVault.has_identity,
    because="Without one they cannot use keys of your own, nor roles.",
    fix="Add identity.",
    serves=(
        "service-identity",
        "backup",
    ),
    also=("CKV2_AZURE_35",),
    passes=[BackupVault(has_identity=True)],
    fails=[BackupVault(has_identity=False)],
)
