"""Pass a role to a new job and start it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import ACCOUNT, allow, arn, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "glue.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("glue:CreateJob", "glue:StartJobRun")

STEP = Step(
    id="aws-glue-pass-role-to-job",
    title="Pass a role to a new job and start it",
    technique="T1648",
    references=("pathfinding.cloud glue-003",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("glue:CreateJob", "glue:StartJobRun"),
                upon=Upon.NEW,
                resource="arn:{partition}:glue:{region}:{account}:job/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="A job runs a script of its maker as the role that it is given.",
    fix="Let iam:PassRole name only the roles that are meant for Glue, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to(SERVICE)), allow("glue:*")), *APP),
        (*user("ann", PASS, MAKE), *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": ACCOUNT}})),
        (*user("ann", PASS, allow("glue:*", on=arn("glue", "job/ann-*"))), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("glue:*")), *APP),
        (*user("ann", PASS, allow("glue:CreateJob")), *APP),
        (
            *user("ann", PASS, MAKE),
            *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": "444455556666"}}),
        ),
        (*user("ann", PASS, allow("glue:*", on=arn("glue", "crawler/*"))), *APP),
    ],
)
