"""Rewrite the policy of a file system to mount it from another account."""

from bartizan.content.kinds.aws.efs_file_system import FileSystem
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-efs-policy-rewrite",
    title="Rewrite the policy of a file system to mount it from another account",
    technique="T1222",
    actor=Identity,
    move=Act(on=FileSystem, uses=(Use(actions=("elasticfilesystem:PutFileSystemPolicy",)),)),
    where=~FileSystem.own_key,
    because=("Whoever writes the policy of a file system lets themselves mount it, also as root."),
    fix=("Keep elasticfilesystem:PutFileSystemPolicy with those who manage file systems."),
    weight=1.0,
    reaches=[
        (*ann("elasticfilesystem:PutFileSystemPolicy"), kept(FileSystem, arn("elasticfilesystem", "file-system/fs-1"))),
        (*ann("elasticfilesystem:*"), kept(FileSystem, arn("elasticfilesystem", "file-system/fs-1"))),
    ],
    blocked=[
        (*ann(), kept(FileSystem, arn("elasticfilesystem", "file-system/fs-1"))),
        (*ann("elasticfilesystem:Describe*"), kept(FileSystem, arn("elasticfilesystem", "file-system/fs-1"))),
        (
            *user("ann", allow("elasticfilesystem:PutFileSystemPolicy"), deny("elasticfilesystem:PutFileSystemPolicy")),
            kept(FileSystem, arn("elasticfilesystem", "file-system/fs-1")),
        ),
    ],
)
