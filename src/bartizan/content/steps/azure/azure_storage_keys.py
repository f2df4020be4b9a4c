"""Read the keys of a storage account."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-storage-keys",
    title="Read the keys of a storage account",
    technique="T1552",
    actor=Principal,
    move=Act(
        on=Account, uses=(Use(actions=("Microsoft.Storage/storageAccounts/listKeys/action",)),), gains=Gain.TARGET
    ),
    because=(
        "A key of the account opens all data in it, also the code of function apps and the home directories "
        "of cloud shells that are kept there."
    ),
    fix=("Allow sign-in by Entra ID only: set shared_access_key_enabled to false."),
    weight=0.5,
    reaches=[
        (user(), role("Storage Account Contributor"), resource_group(), bare(Account)),
        (user(), role("Storage Account Contributor", on="subscription"), subscription(), bare(Account)),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), bare(Account)),
        (user(), role("Storage Account Contributor", on="other"), resource_group("other"), bare(Account)),
    ],
)
