"""Instances start only what is signed."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-shielded",
    title="Instances start only what is signed",
    severity=Severity.MEDIUM,
    every=Instance,
    must=Instance.shielded,
    because="A changed boot loader or kernel module survives every reinstallation and is not noticed.",
    fix="Set enable_secure_boot, enable_vtpm and enable_integrity_monitoring in shielded_instance_config.",
    serves=("node-hardening",),
    also=(
        "CKV_GCP_39",
        "GCP-0041",
        "AVD-GCP-0041",
        "google-compute-enable-shielded-vm-vtpm",
        "GCP-0045",
        "AVD-GCP-0045",
        "google-compute-enable-shielded-vm-im",
        "GCP-0067",
        "AVD-GCP-0067",
        "google-compute-enable-shielded-vm-sb",
    ),
    passes=[Instance(shielded=True)],
    fails=[Instance(shielded=False)],
)
