"""Pass a role to a new notebook and open it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, group, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "sagemaker.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl")

STEP = Step(
    id="aws-sagemaker-pass-role-to-notebook",
    title="Pass a role to a new notebook and open it",
    technique="T1648",
    references=("pathfinding.cloud sagemaker-001",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"),
                upon=Upon.NEW,
                resource="arn:{partition}:sagemaker:{region}:{account}:notebook-instance/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="A notebook acts as the role that it is given, and whoever opens it has a shell there.",
    fix="Let iam:PassRole name only the roles that are meant for SageMaker, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (
            *user("ann", groups="devs"),
            *group("devs", allow("iam:PassRole", on=arn("iam", "role/*")), allow("sagemaker:*")),
            *APP,
        ),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
        (*user("ann", PASS, allow("sagemaker:CreateNotebookInstance")), *APP),
    ],
)
