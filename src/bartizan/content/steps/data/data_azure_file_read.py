"""Read the file shares of a storage account."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-file-read",
    title="Read the file shares of a storage account",
    technique="T1530",
    actor=Principal,
    move=Act(
        on=Account,
        uses=(Use(actions=("data:Microsoft.Storage/storageAccounts/fileServices/readFileBackupSemantics/action",)),),
    ),
    because=("The privileged role reads all files, whatever their own access lists say."),
    fix=("Assign data roles for single containers, to the programs that need them."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Storage File Data Privileged Reader"),
            resource_group(),
            bare(Account),
        ),
        (
            user(),
            role("Storage File Data Privileged Reader", on="subscription"),
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
            role("Storage File Data Privileged Reader", on="other"),
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
