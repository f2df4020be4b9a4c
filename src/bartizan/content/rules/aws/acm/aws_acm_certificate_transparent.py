"""Certificates are written in the public logs."""

from bartizan.content.kinds.aws.acm_certificate import Certificate
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-acm-certificate-transparent",
    title="Certificates are written in the public logs",
    severity=Severity.LOW,
    every=Certificate,
    must=Certificate.transparent,
    because="Browsers distrust certificates that are in no log, and one issued by mistake is not found.",
    fix=(
        "Leave out certificate_transparency_logging_preference (Terraform) or "
        "CertificateTransparencyLoggingPreference (CloudFormation), or set it to ENABLED."
    ),
    serves=("certificate-management",),
    also=("CKV_AWS_234",),
    passes=[
        Certificate(transparent=True),
    ],
    fails=[
        Certificate(transparent=False),
    ],
)
