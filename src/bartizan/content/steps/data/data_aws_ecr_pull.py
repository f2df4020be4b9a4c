"""Pull the images of a repository."""

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-ecr-pull",
    title="Pull the images of a repository",
    technique="T1525",
    actor=Identity,
    move=Act(
        on=Repository,
        uses=(
            Use(actions=("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")),
            Use(actions=("ecr:GetAuthorizationToken",), upon=Upon.NEW),
        ),
    ),
    because=("Images hold the program, its settings and at times its secrets."),
    fix=("Give the right to pull to those who run the images, for single repositories."),
    weight=0.5,
    reaches=[
        (
            *ann("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetAuthorizationToken"),
            kept(Repository, arn("ecr", "repository/orders")),
        ),
        (*ann("ecr:*"), kept(Repository, arn("ecr", "repository/orders"))),
    ],
    blocked=[
        (*ann(), kept(Repository, arn("ecr", "repository/orders"))),
        (*ann("ecr:Describe*"), kept(Repository, arn("ecr", "repository/orders"))),
        (
            *user(
                "ann",
                allow("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetAuthorizationToken"),
                deny("ecr:BatchGetImage"),
            ),
            kept(Repository, arn("ecr", "repository/orders")),
        ),
    ],
)
