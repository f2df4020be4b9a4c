"""Export a disk by a signed address."""

from bartizan.content.kinds.azure.compute_disk import Disk
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-disk-export",
    title="Export a disk by a signed address",
    technique="T1530",
    actor=Principal,
    move=Act(on=Disk, uses=(Use(actions=("Microsoft.Compute/disks/beginGetAccess/action",)),), gains=Gain.TARGET),
    where=Disk.public & ~Disk.network.equals("DenyAll"),
    because=(
        "The address that is answered lets anyone download the whole disk, with the files, keys and passwords on it."
    ),
    fix=("Set network_access_policy to DenyAll, and leave beginGetAccess/action out of roles."),
    weight=1.0,
    reaches=[
        (user(), role("Disk Snapshot Contributor"), resource_group(), bare(Disk, public=True, network="AllowAll")),
        (
            user(),
            role("Disk Snapshot Contributor", on="subscription"),
            subscription(),
            bare(Disk, public=True, network="AllowAll"),
        ),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), bare(Disk, public=True, network="AllowAll")),
        (
            user(),
            role("Disk Snapshot Contributor", on="other"),
            resource_group("other"),
            bare(Disk, public=True, network="AllowAll"),
        ),
        (user(), role("Disk Snapshot Contributor"), resource_group(), bare(Disk, public=True, network="DenyAll")),
        (user(), role("Disk Snapshot Contributor"), resource_group(), bare(Disk, public=False, network="AllowAll")),
    ],
)
