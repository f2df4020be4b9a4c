"""Secrets that rotate do so within 90 days."""

from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-secretsmanager-secret-rotates-within-90-days",
    title="Secrets that rotate do so within 90 days",
    severity=Severity.LOW,
    every=Secret,
    where=Secret.rotation_days.is_set(),
    must=Secret.rotation_days.at_most(90),
    because="The longer a secret lives, the longer a leak that nobody noticed is of use.",
    fix="Set automatically_after_days (Terraform) or AutomaticallyAfterDays (CloudFormation) to 90 or less.",
    serves=("credential-rotation",),
    also=("CKV_AWS_304",),
    passes=[
        Secret(rotation_days=30),
    ],
    fails=[
        Secret(rotation_days=365),
    ],
)
