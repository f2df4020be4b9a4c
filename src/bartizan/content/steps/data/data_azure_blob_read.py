"""Read the blobs of a storage account."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-blob-read",
    title="Read the blobs of a storage account",
    technique="T1530",
    actor=Principal,
    move=Act(
        on=Account, uses=(Use(actions=("data:Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",)),)
    ),
    because=("A data role on the account reads every blob in it."),
    fix=("Assign data roles for single containers, to the programs that need them."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Storage Blob Data Reader"),
            resource_group(),
            bare(Account),
        ),
        (
            user(),
            role("Storage Blob Data Reader", on="subscription"),
            subscription(),
            bare(Account),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(Account),
        ),
        (
            user(),
            role("Storage Blob Data Reader", on="other"),
            resource_group("other"),
            bare(Account),
        ),
        (
            user(),
            resource_group(),
            bare(Account),
        ),
    ],
)
