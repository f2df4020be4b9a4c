"""Pass a role to a new machine in a new instance profile."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "ec2.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile", "ec2:RunInstances")

STEP = Step(
    id="aws-ec2-new-profile-and-instance",
    title="Pass a role to a new machine in a new instance profile",
    technique="T1578.002",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile"),
                upon=Upon.NEW,
                resource="arn:{partition}:iam::{account}:instance-profile/*",
            ),
            Use(actions=("ec2:RunInstances",), upon=Upon.NEW, resource="arn:{partition}:ec2:{region}::image/*"),
            Use(
                actions=("ec2:RunInstances",),
                upon=Upon.NEW,
                resource="arn:{partition}:ec2:{region}:{account}:instance/*",
            ),
            Use(
                actions=("ec2:RunInstances",),
                upon=Upon.NEW,
                resource="arn:{partition}:ec2:{region}:{account}:network-interface/*",
            ),
            Use(
                actions=("ec2:RunInstances",),
                upon=Upon.NEW,
                resource="arn:{partition}:ec2:{region}:{account}:security-group/*",
            ),
            Use(
                actions=("ec2:RunInstances",), upon=Upon.NEW, resource="arn:{partition}:ec2:{region}:{account}:subnet/*"
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "A role that trusts machines but is in no instance profile is put into a new one, with which a "
        "machine is started."
    ),
    fix="Let iam:PassRole name only the roles that are meant for machines, under the condition iam:PassedToService.",
    weight=1.5,
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("iam:PassRole", "ec2:*", "iam:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="lambda.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("lambda.amazonaws.com")), MAKE), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("ec2:*")), *APP),
    ],
)
