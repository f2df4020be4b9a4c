"""Run a command in a container of a group and take its identity."""

from bartizan.content.kinds.azure.container_group import ContainerGroup
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-container-exec",
    title="Run a command in a container of a group and take its identity",
    technique="T1609",
    actor=Principal,
    move=Act(
        on=ContainerGroup,
        uses=(Use(actions=("Microsoft.ContainerInstance/containerGroups/containers/exec/action",)),),
        gains=ContainerGroup.identity,
    ),
    because=(
        "The console of a container runs any command in it, and the endpoint for identities inside hands out "
        "tokens of the identity of the group."
    ),
    fix=("Leave exec/action out of roles on groups that have identities with rights."),
    weight=0.5,
    reaches=[
        (user(), role("Contributor"), resource_group(), subscription(), *holding(ContainerGroup)),
        (user(), group("ann"), role("Contributor", to="operators"), resource_group(), *holding(ContainerGroup)),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(ContainerGroup)),
        (user(), role("Contributor", on="other"), resource_group("other"), resource_group(), *holding(ContainerGroup)),
        (user(), role("Contributor"), resource_group(), bare(ContainerGroup)),
    ],
)
