"""Read the blobs of a container."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.storage_account import Account, Container
from bartizan.content.steps.azure.scene import bare, ids, resource_group, role, subscription, user
from bartizan.content.steps.data.scene import kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-container-read",
    title="Read the blobs of a container",
    technique="T1530",
    actor=Principal,
    move=Act(
        on=Container,
        uses=(
            Use(
                actions=("data:Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",),
                along=((Container.account,),),
            ),
        ),
    ),
    because=("A data role that is held on the account reads the blobs of this container too."),
    fix=("Assign data roles for single containers, to the programs that need them."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Storage Blob Data Reader"),
            resource_group(),
            kept(Container, "it", account=ids("web"), name="orders"),
            bare(Account),
        ),
        (
            user(),
            role("Storage Blob Data Reader", on="subscription"),
            subscription(),
            kept(Container, "it", account=ids("web"), name="orders"),
            bare(Account),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            kept(Container, "it", account=ids("web"), name="orders"),
            bare(Account),
        ),
        (
            user(),
            role("Storage Blob Data Reader", on="other"),
            resource_group("other"),
            kept(Container, "it", account=ids("web"), name="orders"),
            bare(Account),
        ),
        (
            user(),
            resource_group(),
            kept(Container, "it", account=ids("web"), name="orders"),
            bare(Account),
        ),
    ],
)
