"""Log in to a machine through an endpoint of EC2 Instance Connect."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, instance, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")
HELD = (*instance("web", of="app"), *APP)
MAY = allow("ec2-instance-connect:OpenTunnel", "ec2-instance-connect:SendSSHPublicKey")

STEP = Step(
    id="aws-ec2-instance-connect-tunnel",
    title="Log in to a machine through an endpoint of EC2 Instance Connect",
    technique="T1021.008",
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(actions=("ec2-instance-connect:SendSSHPublicKey",)),
            Use(
                actions=("ec2-instance-connect:OpenTunnel",),
                upon=Upon.NEW,
                resource="arn:{partition}:ec2:{region}:{account}:instance-connect-endpoint/*",
            ),
        ),
        gains=(Instance.profile, InstanceProfile.role),
    ),
    where=Instance.metadata_on,
    because=(
        "An endpoint in the network carries SSH to machines without a public address, and EC2 Instance "
        "Connect puts a key of the caller on them."
    ),
    fix=(
        "Limit ec2-instance-connect:OpenTunnel and ec2-instance-connect:SendSSHPublicKey to the networks "
        "and machines that are meant."
    ),
    reaches=[
        (*user("ann", MAY), *HELD),
        (*role("ci", allow("ec2-instance-connect:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("ec2-instance-connect:OpenTunnel")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (
            *user(
                "ann",
                allow(
                    "ec2-instance-connect:OpenTunnel",
                    "ec2-instance-connect:SendSSHPublicKey",
                    on=arn("ec2", "instance/i-other"),
                ),
            ),
            *HELD,
        ),
        (*user("ann", MAY), *instance("web")),
        (*user("ann", MAY), *instance("web", of="app", metadata=False), *APP),
    ],
)
