"""Pass a role to a new machine."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, profile, role, user
from bartizan.core.step import Act, Step, Upon, Use

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")
PROFILE = profile("app", of="app")
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("ec2:RunInstances")

STEP = Step(
    id="aws-ec2-pass-role-to-instance",
    title="Pass a role to a new machine",
    technique="T1578.002",
    references=("pathfinding.cloud ec2-001",),
    actor=Identity,
    move=Act(
        on=InstanceProfile,
        uses=(
            Use(actions=("iam:PassRole",), upon=Upon.GAINED, given={"iam:passedtoservice": "ec2.amazonaws.com"}),
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
        "A new machine runs user data of its maker, and its metadata service hands out credentials of "
        "the role in its instance profile."
    ),
    fix=(
        "Let iam:PassRole name only the roles that are meant for machines, and give strong roles no "
        "instance profile that is not needed."
    ),
    reaches=[
        (*user("ann", PASS, MAKE), *PROFILE, *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *PROFILE, *APP),
    ],
    blocked=[
        (*user("ann", MAKE), *PROFILE, *APP),
        (*user("ann", PASS, MAKE, deny("ec2:RunInstances")), *PROFILE, *APP),
        (*user("ann", PASS, MAKE), *PROFILE, *role("app", trusts="lambda.amazonaws.com")),
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", MAKE, allow("iam:PassRole", when=passed_to("lambda.amazonaws.com"))), *PROFILE, *APP),
        (*user("ann", PASS, allow("ec2:RunInstances", on=arn("ec2", "instance/*"))), *PROFILE, *APP),
    ],
)
