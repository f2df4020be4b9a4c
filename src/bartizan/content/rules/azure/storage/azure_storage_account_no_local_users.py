"""Storage accounts have no users of their own."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-no-local-users",
    title="Storage accounts have no users of their own",
    severity=Severity.LOW,
    every=Account,
    must=~Account.local_users,
    because="Passwords and keys of such users are not known to Entra ID: nobody takes them away when people leave.",
    fix="Set local_user_enabled to false, or leave sftp_enabled off.",
    serves=("strong-authentication",),
    also=("CKV_AZURE_244",),
    passes=[Account(local_users=False)],
    fails=[Account(local_users=True)],
)
