"""Log-ins to instances are decided by IAM."""

from bartizan.content.kinds.gcp.compute_disk import ProjectMetadata
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-project-os-login",
    title="Log-ins to instances are decided by IAM",
    severity=Severity.MEDIUM,
    every=ProjectMetadata,
    must=ProjectMetadata.os_login,
    because="Keys in metadata have no second factor and stay when people leave.",
    fix="Set metadata enable-oslogin to TRUE.",
    serves=(
        "strong-authentication",
        "federated-identity",
    ),
    also=(
        "CKV_GCP_33",
        "GCP-0042",
        "AVD-GCP-0042",
        "google-compute-project-level-oslogin",
    ),
    passes=[ProjectMetadata(os_login=True)],
    fails=[ProjectMetadata(os_login=False)],
)
