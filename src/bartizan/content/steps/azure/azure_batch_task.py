"""Read the keys of a Batch account and run a task with its identity."""

from bartizan.content.kinds.azure.machine_services import BatchAccount
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-batch-task",
    title="Read the keys of a Batch account and run a task with its identity",
    technique="T1610",
    actor=Principal,
    move=Act(
        on=BatchAccount,
        uses=(Use(actions=("Microsoft.Batch/batchAccounts/listKeys/action",)),),
        gains=BatchAccount.identity,
    ),
    because=(
        "With a key of the account anyone adds tasks; they run on the machines of its pools, which hand out "
        "tokens of the identities they have."
    ),
    fix=("Allow sign-in by Entra ID only, and leave listKeys/action out of roles."),
    weight=1.0,
    reaches=[
        (user(), role("Contributor"), resource_group(), subscription(), *holding(BatchAccount)),
        (user(), group("ann"), role("Contributor", to="operators"), resource_group(), *holding(BatchAccount)),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(BatchAccount)),
        (user(), role("Contributor", on="other"), resource_group("other"), resource_group(), *holding(BatchAccount)),
        (user(), role("Contributor"), resource_group(), bare(BatchAccount)),
    ],
)
