"""Certificates are renewed without a person."""

from bartizan.content.kinds.aws.acm_certificate import Certificate
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-acm-certificate-renews-itself",
    title="Certificates are renewed without a person",
    severity=Severity.LOW,
    every=Certificate,
    must=Certificate.validation.one_of("DNS", "HTTP"),
    because=(
        "An e-mail that nobody answers, or an import that nobody repeats, ends in an expired certificate and an outage."
    ),
    fix="Set validation_method (Terraform) or ValidationMethod (CloudFormation) to DNS.",
    serves=("certificate-management",),
    passes=[
        Certificate(validation="DNS"),
    ],
    fails=[
        Certificate(validation="EMAIL"),
        Certificate(validation="NONE"),
    ],
)
