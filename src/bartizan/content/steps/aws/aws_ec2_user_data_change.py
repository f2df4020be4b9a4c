"""Change the user data of a machine and start it again."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, group, instance, policy, role, user
from bartizan.core.step import Act, Step, Use

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")
HELD = (*instance("web", of="app"), *APP)
MAY = allow("ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances", on=arn("ec2", "instance/i-web"))

STEP = Step(
    id="aws-ec2-user-data-change",
    title="Change the user data of a machine and start it again",
    technique="T1578",
    references=("pathfinding.cloud ec2-002",),
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(Use(actions=("ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances")),),
        gains=(Instance.profile, InstanceProfile.role),
    ),
    where=Instance.metadata_on,
    because=(
        "User data can be changed while a machine is stopped, and cloud-init can be told to run it at "
        "every start. It runs as root and reads the credentials of the machine's role from the metadata "
        "service."
    ),
    fix=(
        "Limit ec2:ModifyInstanceAttribute, ec2:StopInstances and ec2:StartInstances by tags or ARNs to "
        "machines whose roles give nothing more."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("ec2:*")), *HELD),
        (
            *user(
                "ann",
                allow(
                    "ec2:ModifyInstanceAttribute",
                    "ec2:StopInstances",
                    "ec2:StartInstances",
                    on=arn("ec2", "instance/*"),
                ),
            ),
            *HELD,
        ),
    ],
    blocked=[
        (*user("ann", allow("ec2:ModifyInstanceAttribute", "ec2:StopInstances")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (
            *user(
                "ann",
                allow(
                    "ec2:ModifyInstanceAttribute",
                    "ec2:StopInstances",
                    "ec2:StartInstances",
                    on=arn("ec2", "instance/i-other"),
                ),
            ),
            *HELD,
        ),
        (*user("ann", MAY), *instance("web")),
        (*user("ann", MAY), *instance("web", of="app", metadata=False), *APP),
    ],
)
