"""Read the credentials of a machine's role."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, instance, role
from bartizan.core.kind import Asset
from bartizan.core.step import Follow, Step

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")

STEP: Step[Instance, Asset] = Step(
    id="aws-ec2-instance-credentials",
    title="Read the credentials of a machine's role",
    technique="T1552.005",
    actor=Instance,
    when=Instance.metadata_on,
    move=Follow(along=(Instance.profile, InstanceProfile.role)),
    because="The metadata service of a machine hands out credentials of its role to every program on it.",
    fix="Give machines roles with few rights, and require tokens of the metadata service with a hop limit of 1.",
    weight=0.2,
    reaches=[
        (*instance("web", of="app"), *APP),
    ],
    blocked=[
        (*instance("web"), *APP),
        (*instance("web", of="app", metadata=False), *APP),
    ],
)
