"""Pass a role to a new tuning job."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "sagemaker.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("sagemaker:CreateHyperParameterTuningJob")

STEP = Step(
    id="aws-sagemaker-pass-role-to-tuning-job",
    title="Pass a role to a new tuning job",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("sagemaker:CreateHyperParameterTuningJob",),
                upon=Upon.NEW,
                resource="arn:{partition}:sagemaker:{region}:{account}:hyper-parameter-tuning-job/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="A tuning job starts training jobs, which run a container of its maker as the role that it is given.",
    fix="Let iam:PassRole name only the roles that are meant for SageMaker, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to(SERVICE)), allow("sagemaker:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("iam:PassRole", on=arn("iam", "role/a*"))), *APP),
        (*user("ann", PASS, MAKE, deny("sagemaker:CreateHyperParameterTuningJob")), *APP),
    ],
)
