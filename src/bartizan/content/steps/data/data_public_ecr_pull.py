"""Pull the images of a repository whose policy lets everyone in."""

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.data.scene import INTERNET, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-ecr-pull",
    title="Pull the images of a repository whose policy lets everyone in",
    technique="T1525",
    actor=Internet,
    move=Act(on=Repository, uses=(Use(actions=("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")),)),
    because=("Any account of AWS pulls the images, and reads the program, its settings and at times its secrets."),
    fix=("Take the wildcard out of the policy, and name who may read."),
    weight=0.1,
    reaches=[
        (
            INTERNET,
            kept(
                Repository,
                arn("ecr", "repository/orders"),
                policy=opened("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
            ),
        ),
        (INTERNET, kept(Repository, arn("ecr", "repository/orders"), policy=opened("ecr:*"))),
    ],
    blocked=[
        (INTERNET, kept(Repository, arn("ecr", "repository/orders"))),
        (
            INTERNET,
            kept(
                Repository,
                arn("ecr", "repository/orders"),
                policy=opened("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", to="arn:aws:iam::111122223333:root"),
            ),
        ),
        (INTERNET, kept(Repository, arn("ecr", "repository/orders"), policy=opened("ecr:List*"))),
        (
            INTERNET,
            kept(
                Repository,
                arn("ecr", "repository/orders"),
                policy=opened(
                    "ecr:BatchGetImage",
                    "ecr:GetDownloadUrlForLayer",
                    when={"StringEquals": {"aws:PrincipalAccount": "111122223333"}},
                ),
            ),
        ),
    ],
)
