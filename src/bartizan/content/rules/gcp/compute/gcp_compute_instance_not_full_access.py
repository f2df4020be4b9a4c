"""Instances do not act as the default account with full access."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-not-full-access",
    title="Instances do not act as the default account with full access",
    severity=Severity.HIGH,
    every=Instance,
    must=~(Instance.default_account & Instance.full_access),
    because="Whoever breaks in asks the metadata server for a token that changes nearly everything in the project.",
    fix="Name a service account of its own, or narrow the scopes.",
    serves=(
        "least-privilege",
        "service-identity",
    ),
    also=("CKV_GCP_31",),
    passes=[Instance(default_account=False, full_access=True), Instance(default_account=True, full_access=False)],
    fails=[Instance(default_account=True, full_access=True)],
)
