"""Pull the images of a registry."""

from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-registry-pull",
    title="Pull the images of a registry",
    technique="T1525",
    actor=Principal,
    move=Act(on=Registry, uses=(Use(actions=("Microsoft.ContainerRegistry/registries/pull/read",)),)),
    because=("Images hold the program, its settings and at times its secrets."),
    fix=("Assign AcrPull to those who run the images."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("AcrPull"),
            resource_group(),
            bare(Registry),
        ),
        (
            user(),
            role("AcrPull", on="subscription"),
            subscription(),
            bare(Registry),
        ),
    ],
    blocked=[
        (
            user(),
            role("AcrDelete"),
            resource_group(),
            bare(Registry),
        ),
        (
            user(),
            role("AcrPull", on="other"),
            resource_group("other"),
            bare(Registry),
        ),
        (
            user(),
            resource_group(),
            bare(Registry),
        ),
    ],
)
