"""Read the secrets in the images of an Artifact Registry repository."""

from bartizan.content.kinds.gcp.serverless import Repository
from bartizan.content.kinds.software.application import Application
from bartizan.content.steps.code.scene import application, leak
from bartizan.core.step import Follow, Step

STEP: Step[Repository, Repository] = Step(
    id="secret-artifact-image-read",
    title="Read the secrets in the images of an Artifact Registry repository",
    technique="T1552.001",
    actor=Repository,
    move=Follow(along=(Repository.applications, Application.leaks)),
    because=(
        "Whoever may pull an image reads all of its layers and its environment, with the credentials that "
        "were built into them."
    ),
    fix=("Build images without credentials: hand them over when the workload starts, or as a secret of the build."),
    weight=0.2,
    reaches=[
        (Repository("web", applications=frozenset({"application:web"})), *application(leak())),
    ],
    blocked=[
        (Repository("web", applications=frozenset()), *application(leak())),
        (Repository("web", applications=frozenset({"application:web"})), *application()),
    ],
)
