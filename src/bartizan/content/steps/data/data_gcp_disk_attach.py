"""Attach a disk to an instance."""

from bartizan.content.kinds.gcp.compute_disk import Disk
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-gcp-disk-attach",
    title="Attach a disk to an instance",
    technique="T1578.002",
    actor=Identity,
    move=Act(
        on=Disk,
        uses=(
            Use(actions=("compute.disks.use",)),
            Use(
                actions=("compute.instances.attachDisk",),
                upon=Upon.NEW,
                resource="//cloudresourcemanager.googleapis.com/projects/{account}",
            ),
        ),
    ),
    because=("Whoever may use a disk and attach it reads its files from an instance they control."),
    fix=("Keep compute.disks.use with those who run the instances."),
    weight=0.8,
    reaches=[
        (account("ci"), SHOP, kept(Disk, "it", project="shop"), grant("compute.instanceAdmin.v1")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Disk, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(Disk, "it", project="shop"), grant("compute.viewer")),
        (account("ci"), SHOP, OTHER, kept(Disk, "it", project="shop"), grant("compute.instanceAdmin.v1", on="other")),
        (
            account("ci"),
            SHOP,
            kept(Disk, "it", project="shop"),
            grant("compute.instanceAdmin.v1"),
            deny("compute.googleapis.com/disks.use"),
        ),
    ],
)
