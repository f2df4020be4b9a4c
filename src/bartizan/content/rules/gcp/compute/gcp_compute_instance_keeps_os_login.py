"""Instances do not opt out of OS Login."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-keeps-os-login",
    title="Instances do not opt out of OS Login",
    severity=Severity.MEDIUM,
    every=Instance,
    must=~Instance.os_login_off,
    because="Keys in metadata have no second factor and stay when people leave.",
    fix="Remove enable-oslogin from the metadata of the instance.",
    serves=(
        "strong-authentication",
        "federated-identity",
    ),
    also=(
        "CKV_GCP_34",
        "GCP-0036",
        "AVD-GCP-0036",
        "google-compute-no-oslogin-override",
    ),
    passes=[Instance(os_login_off=False)],
    fails=[Instance(os_login_off=True)],
)
