"""Read the read-only keys of a Cosmos DB account."""

from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-cosmos-readonly-keys",
    title="Read the read-only keys of a Cosmos DB account",
    technique="T1552",
    actor=Principal,
    move=Act(on=CosmosAccount, uses=(Use(actions=("Microsoft.DocumentDB/databaseAccounts/readonlykeys/action",)),)),
    where=CosmosAccount.local_keys,
    because=("A read-only key reads all documents of the account."),
    fix=("Turn keys off (local_authentication_disabled) and assign data roles."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Cosmos DB Account Reader Role"),
            resource_group(),
            bare(CosmosAccount, local_keys=True),
        ),
        (
            user(),
            role("Cosmos DB Account Reader Role", on="subscription"),
            subscription(),
            bare(CosmosAccount, local_keys=True),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(CosmosAccount, local_keys=True),
        ),
        (
            user(),
            role("Cosmos DB Account Reader Role", on="other"),
            resource_group("other"),
            bare(CosmosAccount, local_keys=True),
        ),
        (
            user(),
            resource_group(),
            bare(CosmosAccount, local_keys=True),
        ),
        (user(), role("Cosmos DB Account Reader Role"), resource_group(), bare(CosmosAccount, local_keys=False)),
    ],
)
