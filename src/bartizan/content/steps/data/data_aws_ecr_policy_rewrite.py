"""Rewrite the policy of a repository to pull its images."""

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-ecr-policy-rewrite",
    title="Rewrite the policy of a repository to pull its images",
    technique="T1222",
    actor=Identity,
    move=Act(on=Repository, uses=(Use(actions=("ecr:SetRepositoryPolicy",)),)),
    because=("Whoever writes the policy of a repository lets an account of their own pull all images."),
    fix=("Keep ecr:SetRepositoryPolicy with those who manage repositories."),
    weight=0.6,
    reaches=[
        (*ann("ecr:SetRepositoryPolicy"), kept(Repository, arn("ecr", "repository/orders"))),
        (*ann("ecr:*"), kept(Repository, arn("ecr", "repository/orders"))),
    ],
    blocked=[
        (*ann(), kept(Repository, arn("ecr", "repository/orders"))),
        (*ann("ecr:GetRepositoryPolicy"), kept(Repository, arn("ecr", "repository/orders"))),
        (
            *user("ann", allow("ecr:SetRepositoryPolicy"), deny("ecr:SetRepositoryPolicy")),
            kept(Repository, arn("ecr", "repository/orders")),
        ),
    ],
)
