"""Glue jobs, crawlers and endpoints have a security configuration."""

from bartizan.content.kinds.aws.glue_security import Component
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-glue-job-has-security-configuration",
    title="Glue jobs, crawlers and endpoints have a security configuration",
    severity=Severity.LOW,
    every=Component,
    must=Component.secured,
    because="Without one they write data, logs and state with no encryption of the customer.",
    fix=(
        "Set security_configuration (Terraform), SecurityConfiguration or CrawlerSecurityConfiguration "
        "(CloudFormation)."
    ),
    serves=("encryption-at-rest",),
    also=("CKV_AWS_195",),
    passes=[Component(secured=True)],
    fails=[Component(secured=False)],
)
