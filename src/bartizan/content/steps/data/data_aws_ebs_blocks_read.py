"""Read the blocks of a snapshot of a disk."""

from bartizan.content.kinds.aws.ec2_ebs import Volume
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-ebs-blocks-read",
    title="Read the blocks of a snapshot of a disk",
    technique="T1530",
    actor=Identity,
    move=Act(
        on=Volume,
        uses=(
            Use(actions=("ec2:CreateSnapshot",)),
            Use(
                actions=("ebs:ListSnapshotBlocks", "ebs:GetSnapshotBlock"),
                upon=Upon.NEW,
                resource="arn:{partition}:ec2:{region}::snapshot/*",
            ),
        ),
    ),
    where=~Volume.own_key,
    because=("The direct interface of EBS reads a snapshot block by block; nothing is attached or started."),
    fix=("Keep ebs:GetSnapshotBlock with the programs that make backups."),
    weight=0.7,
    reaches=[
        (
            *ann("ec2:CreateSnapshot", "ebs:ListSnapshotBlocks", "ebs:GetSnapshotBlock"),
            kept(Volume, arn("ec2", "volume/vol-1")),
        ),
        (*ann("ec2:*", "ebs:ListSnapshotBlocks", "ebs:GetSnapshotBlock"), kept(Volume, arn("ec2", "volume/vol-1"))),
    ],
    blocked=[
        (*ann(), kept(Volume, arn("ec2", "volume/vol-1"))),
        (*ann("ec2:Describe*"), kept(Volume, arn("ec2", "volume/vol-1"))),
        (
            *user(
                "ann",
                allow("ec2:CreateSnapshot", "ebs:ListSnapshotBlocks", "ebs:GetSnapshotBlock"),
                deny("ec2:CreateSnapshot"),
            ),
            kept(Volume, arn("ec2", "volume/vol-1")),
        ),
    ],
)
