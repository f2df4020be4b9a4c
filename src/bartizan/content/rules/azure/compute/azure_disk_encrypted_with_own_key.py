"""Disks are encrypted with a key of your own."""

from bartizan.content.kinds.azure.compute_disk import Disk
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-disk-encrypted-with-own-key",
    title="Disks are encrypted with a key of your own",
    severity=Severity.LOW,
    every=Disk,
    must=Disk.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Set disk_encryption_set_id.",
    serves=(
        "customer-managed-keys",
        "encryption-at-rest",
    ),
    also=(
        "CKV_AZURE_2",
        "CKV_AZURE_93",
        "CKV2_AZURE_14",
        "AZU-0038",
        "AVD-AZU-0038",
        "azure-compute-enable-disk-encryption",
    ),
    passes=[Disk(own_key=True)],
    fails=[Disk(own_key=False)],
)
