"""Read the secrets in the images of an Azure container registry."""

from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.content.kinds.software.application import Application
from bartizan.content.steps.code.scene import application, leak
from bartizan.core.step import Follow, Step

STEP: Step[Registry, Registry] = Step(
    id="secret-acr-image-read",
    title="Read the secrets in the images of an Azure container registry",
    technique="T1552.001",
    actor=Registry,
    move=Follow(along=(Registry.applications, Application.leaks)),
    because=(
        "Whoever may pull an image reads all of its layers and its environment, with the credentials that "
        "were built into them."
    ),
    fix=("Build images without credentials: hand them over when the workload starts, or as a secret of the build."),
    weight=0.2,
    reaches=[
        (Registry("web", applications=frozenset({"application:web"})), *application(leak())),
    ],
    blocked=[
        (Registry("web", applications=frozenset()), *application(leak())),
        (Registry("web", applications=frozenset({"application:web"})), *application()),
    ],
)
