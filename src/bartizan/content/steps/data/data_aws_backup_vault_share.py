"""Rewrite the policy of a backup vault to copy from it."""

from bartizan.content.kinds.aws.backup_vault import Vault
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-backup-vault-share",
    title="Rewrite the policy of a backup vault to copy from it",
    technique="T1222",
    actor=Identity,
    move=Act(on=Vault, uses=(Use(actions=("backup:PutBackupVaultAccessPolicy",)),)),
    where=~Vault.own_key,
    because=("Whoever writes the policy of a vault lets an account of their own copy its recovery points."),
    fix=("Keep backup:PutBackupVaultAccessPolicy with those who make backups, and lock the vault."),
    weight=0.8,
    reaches=[
        (*ann("backup:PutBackupVaultAccessPolicy"), kept(Vault, arn("backup", "backup-vault:orders"))),
        (*ann("backup:*"), kept(Vault, arn("backup", "backup-vault:orders"))),
    ],
    blocked=[
        (*ann(), kept(Vault, arn("backup", "backup-vault:orders"))),
        (*ann("backup:GetBackupVaultAccessPolicy"), kept(Vault, arn("backup", "backup-vault:orders"))),
        (
            *user("ann", allow("backup:PutBackupVaultAccessPolicy"), deny("backup:PutBackupVaultAccessPolicy")),
            kept(Vault, arn("backup", "backup-vault:orders")),
        ),
    ],
)
