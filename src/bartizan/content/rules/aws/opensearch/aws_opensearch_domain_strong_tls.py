"""OpenSearch domains accept TLS 1.2 or later only."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-strong-tls",
    title="OpenSearch domains accept TLS 1.2 or later only",
    severity=Severity.MEDIUM,
    every=Domain,
    must=~Domain.tls_policy.equals("Policy-Min-TLS-1-0-2019-07"),
    because="Old versions of TLS have known weaknesses that let a stranger on the way read along.",
    fix=(
        "Set tls_security_policy (Terraform) or TLSSecurityPolicy (CloudFormation) to "
        "Policy-Min-TLS-1-2-PFS-2023-10 or Policy-Min-TLS-1-2-2019-07."
    ),
    serves=("strong-tls",),
    also=("CKV_AWS_228", "AWS-0126", "AVD-AWS-0126", "aws-elasticsearch-use-secure-tls-policy"),
    passes=[Domain(tls_policy="Policy-Min-TLS-1-2-PFS-2023-10")],
    fails=[Domain(tls_policy="Policy-Min-TLS-1-0-2019-07")],
)
