"""Read the connection strings of a Cosmos DB account."""

from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-cosmos-connection-strings",
    title="Read the connection strings of a Cosmos DB account",
    technique="T1552",
    actor=Principal,
    move=Act(
        on=CosmosAccount, uses=(Use(actions=("Microsoft.DocumentDB/databaseAccounts/listConnectionStrings/action",)),)
    ),
    where=CosmosAccount.local_keys,
    because=("The connection strings have the keys of the account in them."),
    fix=("Turn keys off (local_authentication_disabled) and assign data roles."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("DocumentDB Account Contributor"),
            resource_group(),
            bare(CosmosAccount, local_keys=True),
        ),
        (
            user(),
            role("DocumentDB Account Contributor", on="subscription"),
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
            role("DocumentDB Account Contributor", on="other"),
            resource_group("other"),
            bare(CosmosAccount, local_keys=True),
        ),
        (
            user(),
            resource_group(),
            bare(CosmosAccount, local_keys=True),
        ),
        (user(), role("DocumentDB Account Contributor"), resource_group(), bare(CosmosAccount, local_keys=False)),
    ],
)
