"""Users of OpenSearch domains sign in and have rights on single indices."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-access-fine-grained",
    title="Users of OpenSearch domains sign in and have rights on single indices",
    severity=Severity.MEDIUM,
    every=Domain,
    must=Domain.fine_grained,
    because="Everyone whom the access policy lets in can read and delete every index.",
    fix=(
        "Set advanced_security_options.enabled (Terraform) or AdvancedSecurityOptions.Enabled (CloudFormation) to true."
    ),
    serves=("least-privilege", "strong-authentication"),
    also=("CKV2_AWS_52",),
    passes=[Domain(fine_grained=True)],
    fails=[Domain(fine_grained=False)],
)
