"""Read the keys of a Cosmos DB account."""

from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-cosmos-keys",
    title="Read the keys of a Cosmos DB account",
    technique="T1552",
    actor=Principal,
    move=Act(
        on=CosmosAccount,
        uses=(Use(actions=("Microsoft.DocumentDB/databaseAccounts/listKeys/action",)),),
        gains=Gain.TARGET,
    ),
    because=("A key of the account reads and writes everything in its databases."),
    fix=("Turn local authentication off, and leave listKeys/action out of roles."),
    weight=0.5,
    reaches=[
        (user(), role("DocumentDB Account Contributor"), resource_group(), bare(CosmosAccount)),
        (user(), role("DocumentDB Account Contributor", on="subscription"), subscription(), bare(CosmosAccount)),
    ],
    blocked=[
        (user(), role("Cosmos DB Account Reader Role"), resource_group(), bare(CosmosAccount)),
        (user(), role("DocumentDB Account Contributor", on="other"), resource_group("other"), bare(CosmosAccount)),
    ],
)
