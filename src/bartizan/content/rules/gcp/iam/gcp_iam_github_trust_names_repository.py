"""Trust in GitHub names the repository or its owner."""

from bartizan.content.kinds.gcp.iam_workload_identity_provider import IdentityProvider
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-github-trust-names-repository",
    title="Trust in GitHub names the repository or its owner",
    severity=Severity.HIGH,
    every=IdentityProvider,
    where=IdentityProvider.issuer.contains("token.actions.githubusercontent.com"),
    must=IdentityProvider.condition.matches("repository|sub"),
    because="GitHub signs tokens for every repository of every user.",
    fix="Compare assertion.repository or assertion.repository_owner in attribute_condition.",
    serves=(
        "no-wildcard-trust",
        "pipeline-least-privilege",
    ),
    also=("CKV_GCP_125",),
    passes=[
        IdentityProvider(
            issuer="https://token.actions.githubusercontent.com", condition="assertion.repository == 'shop/web'"
        )
    ],
    fails=[
        IdentityProvider(issuer="https://token.actions.githubusercontent.com", condition=None),
        IdentityProvider(issuer="https://token.actions.githubusercontent.com", condition="assertion.actor != ''"),
    ],
)
