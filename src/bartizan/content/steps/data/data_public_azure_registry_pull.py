"""Pull the images of a registry that lets everyone in."""

from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.azure.scene import bare
from bartizan.content.steps.data.scene import INTERNET
from bartizan.core.step import Act, Step

STEP = Step(
    id="data-public-azure-registry-pull",
    title="Pull the images of a registry that lets everyone in",
    technique="T1525",
    actor=Internet,
    move=Act(on=Registry, uses=()),
    where=Registry.anonymous_pull & Registry.public,
    because=("A registry with anonymous pull answers whoever asks."),
    fix=("Turn anonymous pull off."),
    weight=0.1,
    reaches=[
        (INTERNET, bare(Registry, anonymous_pull=True, public=True)),
    ],
    blocked=[
        (INTERNET, bare(Registry, anonymous_pull=False, public=True)),
        (INTERNET, bare(Registry, anonymous_pull=True, public=False)),
    ],
)
