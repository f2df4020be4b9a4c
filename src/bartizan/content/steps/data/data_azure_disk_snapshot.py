"""Export a snapshot of a disk."""

from bartizan.content.kinds.azure.compute_disk import Disk
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-azure-disk-snapshot",
    title="Export a snapshot of a disk",
    technique="T1578.001",
    actor=Principal,
    move=Act(
        on=Disk,
        uses=(
            Use(actions=("Microsoft.Compute/disks/read",)),
            Use(
                actions=("Microsoft.Compute/snapshots/write", "Microsoft.Compute/snapshots/beginGetAccess/action"),
                upon=Upon.NEW,
                resource="/subscriptions/{account}/resourceGroups/*/providers/Microsoft.Compute/snapshots/*",
            ),
        ),
    ),
    because=("A snapshot of the disk is downloaded from a signed address, whatever the disk itself allows."),
    fix=("Leave snapshots/write and snapshots/beginGetAccess/action out of roles."),
    weight=1.0,
    reaches=[
        (
            user(),
            role("Contributor"),
            resource_group(),
            bare(Disk),
        ),
        (
            user(),
            role("Contributor", on="subscription"),
            subscription(),
            bare(Disk),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(Disk),
        ),
        (
            user(),
            role("Contributor", on="other"),
            resource_group("other"),
            bare(Disk),
        ),
        (
            user(),
            resource_group(),
            bare(Disk),
        ),
    ],
)
