"""Start a batch of builds with other commands."""

from bartizan.content.kinds.aws.codebuild_project import Project
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, group, role, roles, user
from bartizan.core.step import Act, Step, Use

PROJECT = arn("codebuild", "project/shop")
APP = role("app", allow("s3:GetObject"), trusts="codebuild.amazonaws.com")
HELD = (Project(PROJECT, name="shop", role=roles("app")), *APP)
MAY = allow("codebuild:StartBuildBatch", on=PROJECT)

STEP = Step(
    id="aws-codebuild-batch-start",
    title="Start a batch of builds with other commands",
    technique="T1648",
    references=("pathfinding.cloud codebuild-003",),
    actor=Identity,
    move=Act(
        on=Project,
        uses=(Use(actions=("codebuild:StartBuildBatch",)),),
        gains=Project.role,
    ),
    because=(
        "Whoever starts a batch may hand in other commands than the project has, and they run as the "
        "service role of the project. The project must be made for batches."
    ),
    fix="Limit codebuild:StartBuildBatch to resources whose roles give nothing more than the caller has.",
    weight=1.5,
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("codebuild:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("codebuild:List*")), *HELD),
        (*user("ann", MAY, deny("codebuild:StartBuildBatch")), *HELD),
        (*user("ann", allow("codebuild:StartBuildBatch", on=arn("codebuild", "project/other"))), *HELD),
        (*user("ann", MAY), Project(PROJECT, name="shop", role=roles("")), *APP),
    ],
)
