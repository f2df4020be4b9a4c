"""Pass a role to a new batch job."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "ecs-tasks.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("batch:RegisterJobDefinition", "batch:SubmitJob")

STEP = Step(
    id="aws-batch-pass-role",
    title="Pass a role to a new batch job",
    technique="T1610",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("batch:RegisterJobDefinition",),
                upon=Upon.NEW,
                resource="arn:{partition}:batch:{region}:{account}:job-definition/*",
            ),
            Use(
                actions=("batch:SubmitJob",),
                upon=Upon.NEW,
                resource="arn:{partition}:batch:{region}:{account}:job-definition/*",
            ),
            Use(
                actions=("batch:SubmitJob",),
                upon=Upon.NEW,
                resource="arn:{partition}:batch:{region}:{account}:job-queue/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="A batch job runs a container of its maker as the job role that it is given, in a queue that is there.",
    fix="Let iam:PassRole name only the roles that are meant for jobs, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("iam:PassRole", "batch:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, allow("batch:RegisterJobDefinition")), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
    ],
)
