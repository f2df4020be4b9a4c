"""Serial ports cannot be reached over the network."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-no-serial-port",
    title="Serial ports cannot be reached over the network",
    severity=Severity.MEDIUM,
    every=Instance,
    must=~Instance.serial_port,
    because="The serial console has no firewall: everyone with a key reaches the log-in from anywhere.",
    fix="Remove serial-port-enable from metadata.",
    serves=("no-remote-shell",),
    also=(
        "CKV_GCP_35",
        "GCP-0032",
        "AVD-GCP-0032",
        "google-compute-no-serial-port",
    ),
    passes=[Instance(serial_port=False)],
    fails=[Instance(serial_port=True)],
)
