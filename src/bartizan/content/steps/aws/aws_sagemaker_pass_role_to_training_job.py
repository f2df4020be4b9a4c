"""Pass a role to a new training job."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import ACCOUNT, allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "sagemaker.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("sagemaker:CreateTrainingJob")

STEP = Step(
    id="aws-sagemaker-pass-role-to-training-job",
    title="Pass a role to a new training job",
    technique="T1648",
    references=("pathfinding.cloud sagemaker-002",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("sagemaker:CreateTrainingJob",),
                upon=Upon.NEW,
                resource="arn:{partition}:sagemaker:{region}:{account}:training-job/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="A training job runs a container of its maker as the role that it is given.",
    fix="Let iam:PassRole name only the roles that are meant for SageMaker, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", managed="build"), *policy("build", PASS, allow("sagemaker:*")), *APP),
        (*user("ann", PASS, MAKE), *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": ACCOUNT}})),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("iam:PassRole", on=arn("iam", "role/a*"))), *APP),
        (
            *user("ann", PASS, MAKE),
            *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": "444455556666"}}),
        ),
    ],
)
