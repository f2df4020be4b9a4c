"""Set a new password for a local user of a storage account."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-storage-local-user",
    title="Set a new password for a local user of a storage account",
    technique="T1098.001",
    actor=Principal,
    move=Act(
        on=Account, uses=(Use(actions=("Microsoft.Storage/storageAccounts/localUsers/regeneratePassword/action",)),)
    ),
    where=Account.local_users,
    because=("Local users sign in by SFTP with a password that only this call tells."),
    fix=("Turn local users off where nobody uses SFTP."),
    weight=0.7,
    reaches=[
        (
            user(),
            role("Storage Account Contributor"),
            resource_group(),
            bare(Account, local_users=True),
        ),
        (
            user(),
            role("Storage Account Contributor", on="subscription"),
            subscription(),
            bare(Account, local_users=True),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(Account, local_users=True),
        ),
        (
            user(),
            role("Storage Account Contributor", on="other"),
            resource_group("other"),
            bare(Account, local_users=True),
        ),
        (
            user(),
            resource_group(),
            bare(Account, local_users=True),
        ),
        (user(), role("Storage Account Contributor"), resource_group(), bare(Account, local_users=False)),
    ],
)
