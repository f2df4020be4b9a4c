"""Trust in outside tokens has a condition."""

from bartizan.content.kinds.gcp.iam_workload_identity_provider import IdentityProvider
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-federation-has-condition",
    title="Trust in outside tokens has a condition",
    severity=Severity.HIGH,
    every=IdentityProvider,
    must=IdentityProvider.condition.is_set(),
    because="Every pipeline or user of the issuer, anywhere in the world, gets a token that is accepted.",
    fix="Set attribute_condition to your organisation, repository or project.",
    serves=(
        "no-wildcard-trust",
        "pipeline-least-privilege",
    ),
    also=(
        "CKV_GCP_118",
        "GCP-0068",
        "AVD-GCP-0068",
        "google-iam-no-conditions-workload-identity-pool-provider",
    ),
    passes=[IdentityProvider(condition="assertion.repository_owner == 'shop'")],
    fails=[IdentityProvider(condition=None)],
)
