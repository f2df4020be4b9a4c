"""CloudFront uses TLS 1.2 with its origins."""

from bartizan.content.kinds.aws.cloudfront_distribution import Origin
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-origins-strong-tls",
    title="CloudFront uses TLS 1.2 with its origins",
    severity=Severity.LOW,
    every=Origin,
    where=Origin.tls_versions.is_set(),
    must=~Origin.tls_versions.has_any("SSLv3", "TLSv1", "TLSv1.1"),
    because=(
        "Older versions of TLS have known weaknesses, and an attacker on the way can make both sides agree on "
        "the oldest that is offered."
    ),
    fix="Set origin_ssl_protocols (OriginSSLProtocols) to TLSv1.2 only.",
    serves=("strong-tls",),
    also=("CKV2_AWS_54",),
    passes=[Origin(tls_versions=frozenset({"TLSv1.2"}))],
    fails=[Origin(tls_versions=frozenset({"TLSv1", "TLSv1.2"}))],
)
