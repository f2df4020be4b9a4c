"""Pass a role to a new spot machine."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, profile, role, user
from bartizan.core.step import Act, Step, Upon, Use

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")
PROFILE = profile("app", of="app")
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("ec2:RequestSpotInstances")

STEP = Step(
    id="aws-ec2-pass-role-to-spot-instance",
    title="Pass a role to a new spot machine",
    technique="T1578.002",
    references=("pathfinding.cloud ec2-003",),
    actor=Identity,
    move=Act(
        on=InstanceProfile,
        uses=(
            Use(actions=("iam:PassRole",), upon=Upon.GAINED, given={"iam:passedtoservice": "ec2.amazonaws.com"}),
            Use(
                actions=("ec2:RequestSpotInstances",),
                upon=Upon.NEW,
                resource="arn:{partition}:ec2:{region}:{account}:spot-instances-request/*",
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
        "A request for a spot machine names an instance profile and user data, without the right to "
        "start machines directly."
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
        (*user("ann", PASS, MAKE, deny("ec2:RequestSpotInstances")), *PROFILE, *APP),
        (*user("ann", PASS, MAKE), *PROFILE, *role("app", trusts="lambda.amazonaws.com")),
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", MAKE, allow("iam:PassRole", when=passed_to("lambda.amazonaws.com"))), *PROFILE, *APP),
    ],
)
