"""Replace images of a container registry."""

from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-registry-push",
    title="Replace images of a container registry",
    technique="T1525",
    actor=Principal,
    move=Act(
        on=Registry, uses=(Use(actions=("Microsoft.ContainerRegistry/registries/push/write",)),), gains=Gain.TARGET
    ),
    because=("Whoever may push replaces the images that others pull by tag, and so runs code in their place."),
    fix=("Give AcrPush to the pipeline that builds alone, and deploy images by digest."),
    weight=1.0,
    reaches=[
        (user(), role("AcrPush"), resource_group(), bare(Registry)),
        (user(), role("AcrPush", on="subscription"), subscription(), bare(Registry)),
    ],
    blocked=[
        (user(), role("AcrPull"), resource_group(), bare(Registry)),
        (user(), role("AcrPush", on="other"), resource_group("other"), bare(Registry)),
    ],
)
