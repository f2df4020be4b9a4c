"""Instances have a service account of their own."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-own-service-account",
    title="Instances have a service account of their own",
    severity=Severity.MEDIUM,
    every=Instance,
    must=~Instance.default_account,
    because="The default account is shared by all instances, and often an editor of the project.",
    fix="Create a service account and name it in service_account.email.",
    serves=(
        "service-identity",
        "no-default-accounts",
    ),
    also=(
        "CKV_GCP_30",
        "GCP-0044",
        "AVD-GCP-0044",
        "google-compute-no-default-service-account",
    ),
    passes=[Instance(default_account=False)],
    fails=[Instance(default_account=True)],
)
