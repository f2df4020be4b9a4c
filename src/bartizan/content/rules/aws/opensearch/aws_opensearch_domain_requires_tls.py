"""OpenSearch domains refuse connections without TLS."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-requires-tls",
    title="OpenSearch domains refuse connections without TLS",
    severity=Severity.HIGH,
    every=Domain,
    must=Domain.tls_only,
    because=(
        "Without it passwords and data cross the network in the clear, and whoever is on the way can read and "
        "change them."
    ),
    fix=(
        "Set domain_endpoint_options.enforce_https (Terraform) or DomainEndpointOptions.EnforceHTTPS "
        "(CloudFormation) to true."
    ),
    serves=("encryption-in-transit",),
    also=("CKV_AWS_83", "AWS-0046", "AVD-AWS-0046", "aws-elasticsearch-enforce-https"),
    passes=[Domain(tls_only=True)],
    fails=[Domain(tls_only=False)],
)
