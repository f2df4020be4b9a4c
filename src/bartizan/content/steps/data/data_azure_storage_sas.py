"""Sign an address that opens a storage account."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-storage-sas",
    title="Sign an address that opens a storage account",
    technique="T1528",
    actor=Principal,
    move=Act(on=Account, uses=(Use(actions=("Microsoft.Storage/storageAccounts/listAccountSas/action",)),)),
    where=Account.shared_key,
    because=("An address that the account key has signed lets anyone who has it in, until it expires."),
    fix=("Allow sign-in by Entra ID only: set shared_access_key_enabled to false."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Storage Account Contributor"),
            resource_group(),
            bare(Account, shared_key=True),
        ),
        (
            user(),
            role("Storage Account Contributor", on="subscription"),
            subscription(),
            bare(Account, shared_key=True),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(Account, shared_key=True),
        ),
        (
            user(),
            role("Storage Account Contributor", on="other"),
            resource_group("other"),
            bare(Account, shared_key=True),
        ),
        (
            user(),
            resource_group(),
            bare(Account, shared_key=True),
        ),
        (user(), role("Storage Account Contributor"), resource_group(), bare(Account, shared_key=False)),
    ],
)
