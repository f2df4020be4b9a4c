"""CloudFront uses TLS 1.2 or later."""

from bartizan.content.kinds.aws.cloudfront_distribution import Distribution
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-strong-tls",
    title="CloudFront uses TLS 1.2 or later",
    severity=Severity.MEDIUM,
    every=Distribution,
    must=Distribution.tls_version.matches(r"^TLSv1\.[23]"),
    because=(
        "Older versions of TLS have known weaknesses, and an attacker on the way can make both sides agree on "
        "the oldest that is offered."
    ),
    fix=(
        "Set minimum_protocol_version to TLSv1.2_2021 (MinimumProtocolVersion), with a certificate of your "
        "own: the default one always allows TLSv1."
    ),
    serves=("strong-tls",),
    also=("CKV_AWS_174", "AWS-0013", "AVD-AWS-0013", "aws-cloudfront-use-secure-tls-policy"),
    passes=[Distribution(tls_version="TLSv1.2_2021")],
    fails=[Distribution(tls_version="TLSv1"), Distribution(tls_version="TLSv1.1_2016")],
)
