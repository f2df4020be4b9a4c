"""Projects are made without the default network."""

from bartizan.content.kinds.gcp.project import Project
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-project-no-default-network",
    title="Projects are made without the default network",
    severity=Severity.MEDIUM,
    every=Project,
    must=~Project.default_network,
    because="The default network has a subnet in every region, and rules that let SSH and RDP in from everywhere.",
    fix="Set auto_create_network to false.",
    serves=(
        "no-default-accounts",
        "network-segmentation",
    ),
    also=(
        "CKV_GCP_27",
        "GCP-0010",
        "AVD-GCP-0010",
        "google-iam-no-default-network",
    ),
    passes=[Project(default_network=False)],
    fails=[Project(default_network=True)],
)
