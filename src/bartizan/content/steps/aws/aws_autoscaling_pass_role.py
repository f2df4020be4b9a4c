"""Pass a role to the machines of a new group."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, profile, role, user
from bartizan.core.step import Act, Step, Upon, Use

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")
PROFILE = profile("app", of="app")
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup")

STEP = Step(
    id="aws-autoscaling-pass-role",
    title="Pass a role to the machines of a new group",
    technique="T1578.002",
    actor=Identity,
    move=Act(
        on=InstanceProfile,
        uses=(
            Use(actions=("iam:PassRole",), upon=Upon.GAINED, given={"iam:passedtoservice": "ec2.amazonaws.com"}),
            Use(
                actions=("autoscaling:CreateLaunchConfiguration",),
                upon=Upon.NEW,
                resource="arn:{partition}:autoscaling:{region}:{account}:launchConfiguration:*",
            ),
            Use(
                actions=("autoscaling:CreateAutoScalingGroup",),
                upon=Upon.NEW,
                resource="arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:*",
            ),
            Use(
                actions=("sts:AssumeRole",),
                upon=Upon.GAINED,
                given={"aws:sourceaccount": "{account}"},
                by="service:ec2.amazonaws.com",
            ),
        ),
        gains=InstanceProfile.role,
    ),
    because=(
        "A launch configuration names an instance profile and user data, and an Auto Scaling group "
        "starts machines from it: the right to start machines directly is not needed."
    ),
    fix=(
        "Let iam:PassRole name only the roles that are meant for machines, and give strong roles no "
        "instance profile that is not needed."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", PASS, MAKE), *PROFILE, *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *PROFILE, *APP),
    ],
    blocked=[
        (*user("ann", MAKE), *PROFILE, *APP),
        (*user("ann", PASS, MAKE, deny("autoscaling:CreateAutoScalingGroup")), *PROFILE, *APP),
        (*user("ann", PASS, MAKE), *PROFILE, *role("app", trusts="lambda.amazonaws.com")),
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", MAKE, allow("iam:PassRole", when=passed_to("lambda.amazonaws.com"))), *PROFILE, *APP),
    ],
)
