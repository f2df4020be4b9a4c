"""Pass a role to a new schedule."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import ACCOUNT, allow, arn, deny, group, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "scheduler.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("scheduler:CreateSchedule")

STEP = Step(
    id="aws-scheduler-pass-role",
    title="Pass a role to a new schedule",
    technique="T1053",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("scheduler:CreateSchedule",),
                upon=Upon.NEW,
                resource="arn:{partition}:scheduler:{region}:{account}:schedule/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "A schedule calls almost any operation of AWS as the role that it is given, at a time that the caller chooses."
    ),
    fix="Let iam:PassRole name only the roles that are meant for schedules, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (
            *user("ann", groups="devs"),
            *group("devs", allow("iam:PassRole", on=arn("iam", "role/*")), allow("scheduler:*")),
            *APP,
        ),
        (*user("ann", PASS, MAKE), *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": ACCOUNT}})),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("iam:PassRole", on=arn("iam", "role/a*"))), *APP),
        (*user("ann", MAKE), *APP),
        (
            *user("ann", PASS, MAKE),
            *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": "444455556666"}}),
        ),
    ],
)
