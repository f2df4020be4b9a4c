"""Snapshots cannot be shared with everyone."""

from bartizan.content.kinds.aws.ec2_ebs import SnapshotSharing
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-ebs-snapshot-sharing-blocked",
    title="Snapshots cannot be shared with everyone",
    severity=Severity.MEDIUM,
    every=SnapshotSharing,
    must=SnapshotSharing.state.equals("block-all-sharing"),
    because=(
        "A snapshot that is shared with everyone is a copy of a disk for everyone; such snapshots are searched for."
    ),
    fix="Set state (State) to block-all-sharing.",
    serves=("no-public-data",),
    passes=[SnapshotSharing(state="block-all-sharing")],
    fails=[SnapshotSharing(state="unblocked"), SnapshotSharing(state="block-new-sharing")],
)
