"""Mount a file system that asks for no identity."""

from bartizan.content.kinds.aws.efs_file_system import FileSystem
from bartizan.content.steps.data.scene import beside, opened
from bartizan.core.kind import Asset
from bartizan.core.step import Reach, Step

STEP: Step[Asset, FileSystem] = Step(
    id="data-files-efs-mount",
    title="Mount a file system that asks for no identity",
    technique="T1213",
    actor=Asset,
    move=Reach(on=FileSystem),
    where=~FileSystem.policy.is_set(),
    because=("Without a policy of its own a file system is mounted, as root, by whoever reaches it over NFS."),
    fix=("Give the file system a policy that asks for IAM, and access points with a user."),
    weight=0.3,
    reaches=[
        beside(FileSystem("aws_efs_file_system.a", policy=None)),
    ],
    blocked=[
        beside(
            FileSystem(
                "aws_efs_file_system.a",
                policy=opened("elasticfilesystem:ClientMount", to="arn:aws:iam::111122223333:role/app"),
            )
        ),
        beside(FileSystem("aws_efs_file_system.a", policy=None), closed=True),
    ],
)
