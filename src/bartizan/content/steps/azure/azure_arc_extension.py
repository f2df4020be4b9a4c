"""Install an extension on a machine joined by Arc and take its identity."""

from bartizan.content.kinds.azure.machine_services import ArcMachine
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-arc-extension",
    title="Install an extension on a machine joined by Arc and take its identity",
    technique="T1072",
    actor=Principal,
    move=Act(
        on=ArcMachine,
        uses=(Use(actions=("Microsoft.HybridCompute/machines/extensions/write",)),),
        gains=ArcMachine.identity,
    ),
    because=(
        "The agent of Arc installs extensions and runs their scripts as root or SYSTEM on the machine, also "
        "on premises; the agent hands out tokens of the identity of the machine."
    ),
    fix=("Limit with the local agent which extensions it accepts, and leave extensions/write out of roles."),
    weight=0.7,
    reaches=[
        (
            user(),
            role("Azure Connected Machine Resource Administrator"),
            resource_group(),
            subscription(),
            *holding(ArcMachine),
        ),
        (
            user(),
            group("ann"),
            role("Azure Connected Machine Resource Administrator", to="operators"),
            resource_group(),
            *holding(ArcMachine),
        ),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(ArcMachine)),
        (
            user(),
            role("Azure Connected Machine Resource Administrator", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(ArcMachine),
        ),
        (user(), role("Azure Connected Machine Resource Administrator"), resource_group(), bare(ArcMachine)),
    ],
)
