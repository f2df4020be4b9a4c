"""Write a new version of a launch template."""

from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, group, policy, role, template, user
from bartizan.core.step import Act, Step, Use

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")
HELD = (*template("web", of="app"), *APP)
MAY = allow("ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate", on=arn("ec2", "launch-template/lt-web"))

STEP = Step(
    id="aws-ec2-launch-template-version",
    title="Write a new version of a launch template",
    technique="T1578",
    references=("pathfinding.cloud ec2-004",),
    actor=Identity,
    move=Act(
        on=LaunchTemplate,
        uses=(Use(actions=("ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate")),),
        gains=(LaunchTemplate.profile, InstanceProfile.role),
    ),
    because=(
        "A new version of a launch template keeps the instance profile and changes the user data; made "
        "the default, it is what the next machine is started from. The right to pass the role is not "
        "asked for."
    ),
    fix=(
        "Limit ec2:CreateLaunchTemplateVersion and ec2:ModifyLaunchTemplate to templates whose roles "
        "give nothing more, and have Auto Scaling groups name a version."
    ),
    weight=2.0,
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("ec2:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("ec2:CreateLaunchTemplateVersion")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (
            *user(
                "ann",
                allow(
                    "ec2:CreateLaunchTemplateVersion",
                    "ec2:ModifyLaunchTemplate",
                    on=arn("ec2", "launch-template/lt-other"),
                ),
            ),
            *HELD,
        ),
        (*user("ann", MAY), *template("web")),
    ],
)
