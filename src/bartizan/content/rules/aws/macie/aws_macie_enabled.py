"""Macie is on."""

from bartizan.content.kinds.aws.guardduty_detector import Macie
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-macie-enabled",
    title="Macie is on",
    severity=Severity.LOW,
    every=Macie,
    must=Macie.on,
    because="A paused session finds no sensitive data, and nobody knows in which bucket it lies.",
    fix="Set status (Terraform) or Status (CloudFormation) to ENABLED.",
    serves=("data-classification",),
    passes=[
        Macie(on=True),
    ],
    fails=[
        Macie(on=False),
    ],
)
