"""Pass a role to a new build project and start it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "codebuild.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("codebuild:CreateProject", "codebuild:StartBuild")

STEP = Step(
    id="aws-codebuild-pass-role-to-build",
    title="Pass a role to a new build project and start it",
    technique="T1648",
    references=("pathfinding.cloud codebuild-001",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("codebuild:CreateProject", "codebuild:StartBuild"),
                upon=Upon.NEW,
                resource="arn:{partition}:codebuild:{region}:{account}:project/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="A build runs commands of its maker as the service role of the project.",
    fix="Let iam:PassRole name only the roles that are meant for builds, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", managed="build"), *policy("build", PASS, allow("codebuild:*")), *APP),
        (*user("ann", PASS, allow("codebuild:*", on=arn("codebuild", "project/sandbox-*"))), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("codebuild:CreateProject")), *APP),
    ],
)
