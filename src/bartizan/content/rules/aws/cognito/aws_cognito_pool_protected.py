"""Cognito user pools are protected from deletion."""

from bartizan.content.kinds.aws.cognito_pool import UserPool
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cognito-pool-protected",
    title="Cognito user pools are protected from deletion",
    severity=Severity.LOW,
    every=UserPool,
    must=UserPool.deletion_protected,
    because="One mistaken or malicious call deletes every user, and passwords cannot be brought back.",
    fix="Set deletion_protection (Terraform) or DeletionProtection (CloudFormation) to ACTIVE.",
    serves=("deletion-protection",),
    passes=[UserPool(deletion_protected=True)],
    fails=[UserPool(deletion_protected=False)],
)
