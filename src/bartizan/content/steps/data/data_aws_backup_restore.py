"""Restore what a backup vault keeps."""

from bartizan.content.kinds.aws.backup_vault import Vault
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-backup-restore",
    title="Restore what a backup vault keeps",
    technique="T1578.001",
    actor=Identity,
    move=Act(
        on=Vault,
        uses=(
            Use(actions=("backup:ListRecoveryPointsByBackupVault",)),
            Use(actions=("backup:StartRestoreJob",), upon=Upon.NEW),
            Use(actions=("iam:PassRole",), upon=Upon.NEW, given={"iam:passedtoservice": "backup.amazonaws.com"}),
        ),
    ),
    where=~Vault.own_key,
    because=(
        "A recovery point becomes a copy of what was backed up, with the settings and passwords of whoever restores it."
    ),
    fix=("Keep backup:StartRestoreJob with those who restore."),
    weight=1.0,
    reaches=[
        (
            *ann("backup:ListRecoveryPointsByBackupVault", "backup:StartRestoreJob", "iam:PassRole"),
            kept(Vault, arn("backup", "backup-vault:orders")),
        ),
        (*ann("backup:*", "iam:PassRole"), kept(Vault, arn("backup", "backup-vault:orders"))),
    ],
    blocked=[
        (*ann(), kept(Vault, arn("backup", "backup-vault:orders"))),
        (*ann("backup:Describe*"), kept(Vault, arn("backup", "backup-vault:orders"))),
        (
            *user(
                "ann",
                allow("backup:ListRecoveryPointsByBackupVault", "backup:StartRestoreJob", "iam:PassRole"),
                deny("backup:ListRecoveryPointsByBackupVault"),
            ),
            kept(Vault, arn("backup", "backup-vault:orders")),
        ),
    ],
)
