"""Backups."""

from bartizan.content.kinds.aws.backup_vault import Vault
from bartizan.content.kinds.azure.backup_vault import BackupVault
from bartizan.content.sensitivity.files import FILES
from bartizan.core.sensitivity import Kept, Sensitivity

CLASS = Sensitivity(
    id="backup",
    title="Backups",
    words=("backup", "snapshot", "dump", "archive", "db export", "disaster recovery", "replica copy", "velero"),
    unless=(
        "backup role",
        "backup plan",
        "backup policy",
        "log archive",
        "backup lambda",
        "backup scheduler",
        "core dump",
        "heap dump",
        "archive log",
        "snapshot test",
    ),
    named=FILES,
    kept=(
        Kept(by=Vault),
        Kept(by=BackupVault),
    ),
    weight=0.5,
    because="A backup has all that the original has, and seldom its guards.",
)
