"""Snapshot a disk and attach the copy."""

from bartizan.content.kinds.gcp.compute_disk import Disk
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-gcp-disk-snapshot",
    title="Snapshot a disk and attach the copy",
    technique="T1578.001",
    actor=Identity,
    move=Act(
        on=Disk,
        uses=(
            Use(actions=("compute.disks.createSnapshot",)),
            Use(
                actions=("compute.snapshots.create", "compute.disks.create"),
                upon=Upon.NEW,
                resource="//cloudresourcemanager.googleapis.com/projects/{account}",
            ),
        ),
    ),
    where=~Disk.own_key,
    because=("A snapshot becomes a disk of an instance of the attacker, with all files on it."),
    fix=("Keep compute.disks.createSnapshot with those who make backups, and encrypt disks with keys of the customer."),
    weight=0.8,
    reaches=[
        (account("ci"), SHOP, kept(Disk, "it", project="shop", own_key=False), grant("compute.instanceAdmin.v1")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Disk, "it", project="shop", own_key=False),
        ),
        (account("ci"), SHOP, kept(Disk, "it", project="shop", own_key=False), grant("compute.viewer")),
        (
            account("ci"),
            SHOP,
            OTHER,
            kept(Disk, "it", project="shop", own_key=False),
            grant("compute.instanceAdmin.v1", on="other"),
        ),
        (
            account("ci"),
            SHOP,
            kept(Disk, "it", project="shop", own_key=False),
            grant("compute.instanceAdmin.v1"),
            deny("compute.googleapis.com/disks.createSnapshot"),
        ),
        (account("ci"), SHOP, kept(Disk, "it", project="shop", own_key=True), grant("compute.instanceAdmin.v1")),
    ],
)
