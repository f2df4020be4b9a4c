"""Use the containers of a storage account."""

from bartizan.content.kinds.azure.storage_account import Account, Container
from bartizan.content.steps.azure.scene import bare, ids
from bartizan.content.steps.data.scene import kept
from bartizan.core.step import Follow, Step

STEP: Step[Account, Account] = Step(
    id="data-azure-account-containers",
    title="Use the containers of a storage account",
    technique="T1530",
    actor=Account,
    move=Follow(along=Account.containers),
    because=("Whoever has a key of the account has every container in it."),
    fix=("Keep the keys of the account with nobody: set shared_access_key_enabled to false."),
    intended=True,
    weight=0.0,
    reaches=[
        (bare(Account, containers=ids("it")), kept(Container, "it", account=ids("web"))),
    ],
    blocked=[
        (bare(Account, containers=ids()), kept(Container, "it", account=ids("other"))),
    ],
)
