"""Open a session on a machine.

The agent talks to Systems Manager as the role of its machine. A role for all machines of an account (default host
management) would let agents talk too; it is not told of in the declarations of machines.
"""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, deny, group, instance, role, user
from bartizan.core.step import Act, Step, Upon, Use

APP = role("app", allow("ssm:UpdateInstanceInformation", "ssmmessages:*"), trusts="ec2.amazonaws.com")
HELD = (*instance("web", of="app"), *APP)
MAY = allow("ssm:StartSession", on=arn("ec2", "instance/i-web"))

STEP = Step(
    id="aws-ssm-session",
    title="Open a session on a machine",
    technique="T1021.008",
    references=("pathfinding.cloud ssm-001",),
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(actions=("ssm:StartSession",)),
            Use(
                actions=(
                    "ssm:UpdateInstanceInformation",
                    "ssmmessages:CreateControlChannel",
                    "ssmmessages:OpenControlChannel",
                    "ssmmessages:CreateDataChannel",
                    "ssmmessages:OpenDataChannel",
                ),
                upon=Upon.NEW,
                by="gained",
            ),
        ),
        gains=(Instance.profile, InstanceProfile.role),
    ),
    where=Instance.metadata_on,
    because=(
        "Session Manager opens a shell on a machine whose agent may talk to it. The shell reads the "
        "credentials of the machine's role from the metadata service."
    ),
    fix="Limit ssm:StartSession by tags or ARNs to machines whose roles give nothing more.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("ssm:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("ssm:List*")), *HELD),
        (*user("ann", MAY, deny("ssm:StartSession")), *HELD),
        (*user("ann", allow("ssm:StartSession", on=arn("ec2", "instance/i-other"))), *HELD),
        (*user("ann", MAY), *instance("web")),
        (*user("ann", MAY), *instance("web", of="app", metadata=False), *APP),
        (
            *user("ann", MAY),
            *instance("web", of="app"),
            *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com"),
        ),
    ],
)
