"""Pass a role to the machines of a new EMR cluster."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, deny, passed_to, profile, role, user
from bartizan.core.step import Act, Step, Upon, Use

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")
PROFILE = profile("app", of="app")
MAKE = allow("elasticmapreduce:RunJobFlow")

STEP = Step(
    id="aws-emr-pass-role",
    title="Pass a role to the machines of a new EMR cluster",
    technique="T1578.002",
    actor=Identity,
    move=Act(
        on=InstanceProfile,
        uses=(
            Use(actions=("iam:PassRole",), upon=Upon.GAINED, given={"iam:passedtoservice": "ec2.amazonaws.com"}),
            Use(actions=("elasticmapreduce:RunJobFlow",), upon=Upon.NEW),
            Use(
                actions=("iam:PassRole",),
                upon=Upon.NEW,
                resource="arn:{partition}:iam::{account}:role/*",
                given={"iam:passedtoservice": "elasticmapreduce.amazonaws.com"},
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
        "Steps of an EMR cluster run commands of its maker on machines with the instance profile that is "
        "named. The cluster needs a service role as well, which is passed too."
    ),
    fix=(
        "Let iam:PassRole name only the roles that are meant for machines, and give strong roles no "
        "instance profile that is not needed."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", allow("iam:PassRole"), MAKE), *PROFILE, *APP),
        (*role("ci", allow("iam:PassRole", "elasticmapreduce:*")), *PROFILE, *APP),
    ],
    blocked=[
        (*user("ann", MAKE), *PROFILE, *APP),
        (*user("ann", allow("iam:PassRole"), MAKE, deny("elasticmapreduce:RunJobFlow")), *PROFILE, *APP),
        (*user("ann", allow("iam:PassRole"), MAKE), *PROFILE, *role("app", trusts="lambda.amazonaws.com")),
        (*user("ann", allow("iam:PassRole"), MAKE), *APP),
        (*user("ann", MAKE, allow("iam:PassRole", when=passed_to("ec2.amazonaws.com"))), *PROFILE, *APP),
    ],
)
