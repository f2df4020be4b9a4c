"""Become a role that trusts the pipelines of everybody."""

from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.pipeline.scene import trusting
from bartizan.core.step import Act, Step

STEP = Step(
    id="pipeline-any-repository-role",
    title="Become a role that trusts the pipelines of everybody",
    technique="T1078.004",
    actor=Internet,
    move=Act(on=Role, uses=()),
    where=Role.trust.any(Trust.allows & Trust.by_token & Trust.admits_all),
    because=(
        "The role trusts tokens of a pipeline service without asking whose pipeline it is: everybody runs one"
        " in a repository of his own."
    ),
    fix=("Name the repository, and the branch or environment, in the condition on the subject of the token."),
    weight=0.1,
    reaches=[
        (Internet("internet"), *trusting()),
    ],
    blocked=[
        (Internet("internet"), *trusting(everybody=False)),
        (Internet("internet"), *trusting(allows=False)),
    ],
)
