"""Read the blobs of a container that is open to everyone."""

from bartizan.content.kinds.azure.storage_account import Account, Container
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.azure.scene import bare, ids
from bartizan.content.steps.data.scene import INTERNET, kept
from bartizan.core.step import Act, Step

STEP = Step(
    id="data-public-azure-container-read",
    title="Read the blobs of a container that is open to everyone",
    technique="T1530",
    actor=Internet,
    move=Act(on=Container, uses=()),
    where=Container.access.one_of("blob", "container") & Container.account.all(Account.nested_public),
    because=("A container with the access level blob or container is read by whoever knows its address."),
    fix=("Forbid it for the account (allow_nested_items_to_be_public) and set the access level to private."),
    weight=0.1,
    reaches=[
        (
            INTERNET,
            kept(Container, "it", name="orders", access="container", account=ids("web")),
            bare(Account, nested_public=True),
        ),
    ],
    blocked=[
        (
            INTERNET,
            kept(Container, "it", name="orders", access="private", account=ids("web")),
            bare(Account, nested_public=True),
        ),
        (
            INTERNET,
            kept(Container, "it", name="orders", access="blob", account=ids("web")),
            bare(Account, nested_public=False),
        ),
    ],
)
