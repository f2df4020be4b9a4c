"""Start a build with other commands."""

from bartizan.content.kinds.aws.codebuild_project import Project
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, policy, role, roles, user
from bartizan.core.step import Act, Step, Use

PROJECT = arn("codebuild", "project/shop")
APP = role("app", allow("s3:GetObject"), trusts="codebuild.amazonaws.com")
HELD = (Project(PROJECT, name="shop", role=roles("app")), *APP)
MAY = allow("codebuild:StartBuild", on=PROJECT)

STEP = Step(
    id="aws-codebuild-build-start",
    title="Start a build with other commands",
    technique="T1648",
    references=("pathfinding.cloud codebuild-002",),
    actor=Identity,
    move=Act(
        on=Project,
        uses=(Use(actions=("codebuild:StartBuild",)),),
        gains=Project.role,
    ),
    because=(
        "Whoever starts a build may hand in other commands than the project has, and they run as the "
        "service role of the project."
    ),
    fix=(
        "Limit codebuild:StartBuild to resources whose roles give nothing more than the caller has, and "
        "deny it with other commands by the condition codebuild:source.buildspec."
    ),
    reaches=[
        (*user("ann", MAY), *HELD),
        (*role("ci", allow("codebuild:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("codebuild:List*")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (*user("ann", allow("codebuild:StartBuild", on=arn("codebuild", "project/other"))), *HELD),
        (*user("ann", MAY), Project(PROJECT, name="shop", role=roles("")), *APP),
    ],
)
