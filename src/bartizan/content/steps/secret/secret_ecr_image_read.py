"""Read the secrets in the images of an ECR repository."""

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.content.kinds.software.application import Application
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import application, leak
from bartizan.core.step import Follow, Step

STEP: Step[Repository, Repository] = Step(
    id="secret-ecr-image-read",
    title="Read the secrets in the images of an ECR repository",
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
        (Repository(arn("ecr", "repository/web"), applications=frozenset({"application:web"})), *application(leak())),
    ],
    blocked=[
        (Repository(arn("ecr", "repository/web"), applications=frozenset()), *application(leak())),
        (Repository(arn("ecr", "repository/web"), applications=frozenset({"application:web"})), *application()),
    ],
)
