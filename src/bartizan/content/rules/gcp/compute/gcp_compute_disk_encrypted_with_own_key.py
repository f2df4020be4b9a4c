"""Disks are encrypted with a key of your own."""

from bartizan.content.kinds.gcp.compute_disk import Disk
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-disk-encrypted-with-own-key",
    title="Disks are encrypted with a key of your own",
    severity=Severity.LOW,
    every=Disk,
    must=Disk.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Set disk_encryption_key.kms_key_self_link.",
    serves=("customer-managed-keys",),
    also=(
        "CKV_GCP_37",
        "CKV_GCP_38",
        "GCP-0033",
        "AVD-GCP-0033",
        "google-compute-vm-disk-encryption-customer-key",
        "GCP-0034",
        "AVD-GCP-0034",
        "google-compute-disk-encryption-customer-key",
    ),
    passes=[Disk(own_key=True)],
    fails=[Disk(own_key=False)],
)
