"""Share a snapshot of a disk with another account."""

from bartizan.content.kinds.aws.ec2_ebs import Volume
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-ebs-snapshot-share",
    title="Share a snapshot of a disk with another account",
    technique="T1537",
    actor=Identity,
    move=Act(
        on=Volume,
        uses=(
            Use(actions=("ec2:CreateSnapshot",)),
            Use(
                actions=("ec2:ModifySnapshotAttribute",),
                upon=Upon.NEW,
                resource="arn:{partition}:ec2:{region}::snapshot/*",
            ),
        ),
    ),
    where=~Volume.encrypted,
    because=("A snapshot that is shared with an account becomes a disk there, with all files on it."),
    fix=(
        "Encrypt disks, block public sharing of snapshots, and keep ec2:ModifySnapshotAttribute with those "
        "who make backups."
    ),
    weight=0.6,
    reaches=[
        (
            *ann("ec2:CreateSnapshot", "ec2:ModifySnapshotAttribute"),
            kept(Volume, arn("ec2", "volume/vol-1"), encrypted=False),
        ),
        (*ann("ec2:*"), kept(Volume, arn("ec2", "volume/vol-1"), encrypted=False)),
    ],
    blocked=[
        (*ann(), kept(Volume, arn("ec2", "volume/vol-1"), encrypted=False)),
        (*ann("ec2:Describe*"), kept(Volume, arn("ec2", "volume/vol-1"), encrypted=False)),
        (
            *user("ann", allow("ec2:CreateSnapshot", "ec2:ModifySnapshotAttribute"), deny("ec2:CreateSnapshot")),
            kept(Volume, arn("ec2", "volume/vol-1"), encrypted=False),
        ),
        (*ann("ec2:*"), kept(Volume, arn("ec2", "volume/vol-1"), encrypted=True)),
    ],
)
