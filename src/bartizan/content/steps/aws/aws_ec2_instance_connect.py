"""Log in to a machine with a key that is sent to it."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, deny, instance, policy, role, user
from bartizan.core.step import Act, Step, Use

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")
HELD = (*instance("web", of="app"), *APP)
MAY = allow("ec2-instance-connect:SendSSHPublicKey", on=arn("ec2", "instance/i-web"))

STEP = Step(
    id="aws-ec2-instance-connect",
    title="Log in to a machine with a key that is sent to it",
    technique="T1021.004",
    references=("pathfinding.cloud ec2instanceconnect-003",),
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(Use(actions=("ec2-instance-connect:SendSSHPublicKey",)),),
        gains=(Instance.profile, InstanceProfile.role),
    ),
    where=Instance.metadata_on,
    because=(
        "EC2 Instance Connect puts a key of the caller on the machine for a minute. Whoever logs in with "
        "it reads the credentials of the machine's role from the metadata service."
    ),
    fix="Limit ec2-instance-connect:SendSSHPublicKey by tags or ARNs to machines whose roles give nothing more.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("ec2-instance-connect:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("ec2-instance-connect:List*")), *HELD),
        (*user("ann", MAY, deny("ec2-instance-connect:SendSSHPublicKey")), *HELD),
        (*user("ann", allow("ec2-instance-connect:SendSSHPublicKey", on=arn("ec2", "instance/i-other"))), *HELD),
        (*user("ann", MAY), *instance("web")),
        (*user("ann", MAY), *instance("web", of="app", metadata=False), *APP),
    ],
)
