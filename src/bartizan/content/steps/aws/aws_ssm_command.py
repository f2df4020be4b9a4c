"""Send a command to a machine."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, instance, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

APP = role("app", allow("ssm:UpdateInstanceInformation", "ssmmessages:*"), trusts="ec2.amazonaws.com")
HELD = (*instance("web", of="app"), *APP)
MAY = allow("ssm:SendCommand")

STEP = Step(
    id="aws-ssm-command",
    title="Send a command to a machine",
    technique="T1651",
    references=("pathfinding.cloud ssm-002",),
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(actions=("ssm:SendCommand",)),
            Use(
                actions=("ssm:SendCommand",),
                upon=Upon.NEW,
                resource="arn:{partition}:ssm:{region}::document/AWS-RunShellScript",
            ),
            Use(
                actions=(
                    "ssm:UpdateInstanceInformation",
                    "ssmmessages:CreateControlChannel",
                    "ssmmessages:OpenControlChannel",
                ),
                upon=Upon.NEW,
                by="gained",
            ),
        ),
        gains=(Instance.profile, InstanceProfile.role),
    ),
    where=Instance.metadata_on,
    because=(
        "Run Command runs a script of the caller as root on a machine whose agent may talk to it. The "
        "script reads the credentials of the machine's role from the metadata service."
    ),
    fix="Limit ssm:SendCommand by tags or ARNs to machines whose roles give nothing more.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("ssm:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("ssm:List*")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (*user("ann", allow("ssm:SendCommand", on=arn("ec2", "instance/i-other"))), *HELD),
        (*user("ann", MAY), *instance("web")),
        (*user("ann", MAY), *instance("web", of="app", metadata=False), *APP),
        (
            *user("ann", MAY),
            *instance("web", of="app"),
            *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com"),
        ),
        (*user("ann", allow("ssm:SendCommand", on=arn("ec2", "instance/i-web"))), *HELD),
    ],
)
