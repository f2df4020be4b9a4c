"""Pass a role to a new build project and start a batch."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "codebuild.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("codebuild:CreateProject", "codebuild:StartBuildBatch")

STEP = Step(
    id="aws-codebuild-pass-role-to-batch",
    title="Pass a role to a new build project and start a batch",
    technique="T1648",
    references=("pathfinding.cloud codebuild-004",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("codebuild:CreateProject", "codebuild:StartBuildBatch"),
                upon=Upon.NEW,
                resource="arn:{partition}:codebuild:{region}:{account}:project/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "A batch of builds runs commands of its maker as the service role of the project, without the "
        "right to start a single build."
    ),
    fix="Let iam:PassRole name only the roles that are meant for builds, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("iam:PassRole", "codebuild:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, allow("codebuild:CreateProject")), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
    ],
)
