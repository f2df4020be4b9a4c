"""Have a script run on a machine by an association."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, deny, instance, role, user
from bartizan.core.step import Act, Step, Upon, Use

APP = role("app", allow("ssm:UpdateInstanceInformation", "ssmmessages:*"), trusts="ec2.amazonaws.com")
HELD = (*instance("web", of="app"), *APP)
MAY = allow("ssm:CreateAssociation")

STEP = Step(
    id="aws-ssm-association",
    title="Have a script run on a machine by an association",
    technique="T1651",
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(actions=("ssm:CreateAssociation",)),
            Use(
                actions=("ssm:CreateAssociation",),
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
    because="State Manager runs a document on the machines that an association names, as root, now and again later.",
    fix="Limit ssm:CreateAssociation by tags or ARNs to machines whose roles give nothing more.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*role("ci", allow("ssm:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("ssm:List*")), *HELD),
        (*user("ann", MAY, deny("ssm:CreateAssociation")), *HELD),
        (*user("ann", allow("ssm:CreateAssociation", on=arn("ec2", "instance/i-other"))), *HELD),
        (*user("ann", MAY), *instance("web")),
        (*user("ann", MAY), *instance("web", of="app", metadata=False), *APP),
        (
            *user("ann", MAY),
            *instance("web", of="app"),
            *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com"),
        ),
    ],
)
