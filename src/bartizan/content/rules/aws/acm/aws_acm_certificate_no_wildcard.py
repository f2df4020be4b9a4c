"""Certificates name the hosts they are for."""

from bartizan.content.kinds.aws.acm_certificate import Certificate
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-acm-certificate-no-wildcard",
    title="Certificates name the hosts they are for",
    severity=Severity.LOW,
    every=Certificate,
    must=~Certificate.names.has_match(r"^\*\."),
    because="A wildcard certificate lets whoever takes over one host pose as every other one of the domain.",
    fix=(
        "List the names in domain_name and subject_alternative_names (Terraform), or DomainName and "
        "SubjectAlternativeNames (CloudFormation)."
    ),
    serves=("certificate-management",),
    also=("CKV2_AWS_71",),
    passes=[
        Certificate(names=frozenset({"shop.example.com"})),
    ],
    fails=[
        Certificate(names=frozenset({"*.example.com"})),
    ],
)
