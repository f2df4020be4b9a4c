"""Backup vaults are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.backup_vault import Vault
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-backup-vault-encrypted-with-own-key",
    title="Backup vaults are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Vault,
    must=Vault.own_key,
    because="With a key of its own a vault can be shared with another account, and closed to everyone else.",
    fix="Set kms_key_arn (Terraform) or EncryptionKeyArn (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys", "backup"),
    also=("CKV_AWS_166",),
    passes=[
        Vault(own_key=True),
    ],
    fails=[
        Vault(own_key=False),
    ],
)
