"""Keys of disks are not written in code."""

from bartizan.content.kinds.gcp.compute_disk import Disk
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-disk-key-not-in-code",
    title="Keys of disks are not written in code",
    severity=Severity.HIGH,
    every=Disk,
    must=~Disk.literal_key,
    because="Whoever can read the repository or the state can read the disk.",
    fix="Use a KMS key instead of raw_key.",
    serves=(
        "secrets-not-in-code",
        "key-protection",
    ),
    also=(
        "GCP-0037",
        "AVD-GCP-0037",
        "google-compute-disk-encryption-no-plaintext-key",
    ),
    passes=[Disk(literal_key=False)],
    fails=[Disk(literal_key=True)],
)
