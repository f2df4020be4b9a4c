"""Run a command on a machine joined by Arc and take its identity."""

from bartizan.content.kinds.azure.machine_services import ArcMachine
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-arc-run-command",
    title="Run a command on a machine joined by Arc and take its identity",
    technique="T1651",
    actor=Principal,
    move=Act(
        on=ArcMachine,
        uses=(Use(actions=("Microsoft.HybridCompute/machines/runCommands/write",)),),
        gains=ArcMachine.identity,
    ),
    because=(
        "A run command is sent to the agent of Arc, which runs it as root or SYSTEM on the machine, also on premises."
    ),
    fix=("Turn run commands off in the local agent, and leave runCommands/write out of roles."),
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
