"""Read the credentials of a build's role."""

from bartizan.content.kinds.aws.codebuild_project import Project
from bartizan.content.steps.aws.scene import allow, arn, role, roles
from bartizan.core.kind import Asset
from bartizan.core.step import Follow, Step

APP = role("app", allow("s3:GetObject"), trusts="codebuild.amazonaws.com")

STEP: Step[Project, Asset] = Step(
    id="aws-codebuild-project-credentials",
    title="Read the credentials of a build's role",
    technique="T1552.005",
    actor=Project,
    move=Follow(along=Project.role),
    because="An address inside a build hands out credentials of its service role to every command of it.",
    fix="Give it a role of its own with few rights.",
    weight=0.2,
    reaches=[
        (Project(arn("codebuild", "project/shop"), role=roles("app")), *APP),
    ],
    blocked=[
        (Project(arn("codebuild", "project/shop"), role=roles("")), *APP),
    ],
)
