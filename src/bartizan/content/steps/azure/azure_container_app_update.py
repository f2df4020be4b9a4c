"""Change a container app and take its identity."""

from bartizan.content.kinds.azure.container_group import ContainerApp
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-container-app-update",
    title="Change a container app and take its identity",
    technique="T1610",
    actor=Principal,
    move=Act(on=ContainerApp, uses=(Use(actions=("Microsoft.App/containerApps/write",)),), gains=ContainerApp.identity),
    because=("A new revision runs any image with the identity of the app."),
    fix=("Give containerApps/write to the deployment pipeline alone."),
    weight=1.0,
    reaches=[
        (user(), role("Contributor"), resource_group(), subscription(), *holding(ContainerApp)),
        (user(), group("ann"), role("Contributor", to="operators"), resource_group(), *holding(ContainerApp)),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(ContainerApp)),
        (user(), role("Contributor", on="other"), resource_group("other"), resource_group(), *holding(ContainerApp)),
        (user(), role("Contributor"), resource_group(), bare(ContainerApp)),
    ],
)
