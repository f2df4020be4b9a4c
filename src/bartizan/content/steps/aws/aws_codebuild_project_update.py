"""Change a build project and start it."""

from bartizan.content.kinds.aws.codebuild_project import Project
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, policy, role, roles, user
from bartizan.core.step import Act, Step, Use

PROJECT = arn("codebuild", "project/shop")
APP = role("app", allow("s3:GetObject"), trusts="codebuild.amazonaws.com")
HELD = (Project(PROJECT, name="shop", role=roles("app")), *APP)
MAY = allow("codebuild:UpdateProject", "codebuild:StartBuild", on=PROJECT)

STEP = Step(
    id="aws-codebuild-project-update",
    title="Change a build project and start it",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Project,
        uses=(Use(actions=("codebuild:UpdateProject", "codebuild:StartBuild")),),
        gains=Project.role,
    ),
    because=(
        "A project is given other commands and keeps its service role: the right to pass the role is not asked for."
    ),
    fix="Limit codebuild:UpdateProject to resources whose roles give nothing more than the caller has.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("codebuild:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("codebuild:UpdateProject")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (
            *user(
                "ann", allow("codebuild:UpdateProject", "codebuild:StartBuild", on=arn("codebuild", "project/other"))
            ),
            *HELD,
        ),
        (*user("ann", MAY), Project(PROJECT, name="shop", role=roles("")), *APP),
    ],
)
