"""Disks cannot be copied over the Internet."""

from bartizan.content.kinds.azure.compute_disk import Disk
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-disk-not-public",
    title="Disks cannot be copied over the Internet",
    severity=Severity.MEDIUM,
    every=Disk,
    must=~(Disk.network.equals("AllowAll") & Disk.public),
    because="A link for copying that leaks gives the whole disk to whoever finds it.",
    fix="Set network_access_policy to DenyAll or AllowPrivate, and public_network_access_enabled to false.",
    serves=("no-public-data",),
    also=("CKV_AZURE_251",),
    passes=[Disk(network="DenyAll", public=True), Disk(network="AllowAll", public=False)],
    fails=[Disk(network="AllowAll", public=True)],
)
