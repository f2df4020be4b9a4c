"""Instances do not send packets for others."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-no-forwarding",
    title="Instances do not send packets for others",
    severity=Severity.MEDIUM,
    every=Instance,
    must=~Instance.forwards,
    because="An instance that forges addresses can lead traffic past the firewall.",
    fix="Remove can_ip_forward.",
    serves=("network-segmentation",),
    also=(
        "CKV_GCP_36",
        "GCP-0043",
        "AVD-GCP-0043",
        "google-compute-no-ip-forwarding",
    ),
    passes=[Instance(forwards=False)],
    fails=[Instance(forwards=True)],
)
