"""CloudFront distributions have a certificate of their own."""

from bartizan.content.kinds.aws.cloudfront_distribution import Distribution
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-own-certificate",
    title="CloudFront distributions have a certificate of their own",
    severity=Severity.LOW,
    every=Distribution,
    must=Distribution.own_certificate,
    because="The default certificate is for a name of AWS, and with it the oldest version of TLS cannot be refused.",
    fix="Set acm_certificate_arn (AcmCertificateArn) to a certificate for the names of the site.",
    serves=("certificate-management",),
    also=("CKV2_AWS_42",),
    passes=[Distribution(own_certificate=True)],
    fails=[Distribution(own_certificate=False)],
)
