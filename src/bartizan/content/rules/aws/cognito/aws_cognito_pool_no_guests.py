"""Cognito gives no credentials to those who did not sign in."""

from bartizan.content.kinds.aws.cognito_pool import IdentityPool
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cognito-pool-no-guests",
    title="Cognito gives no credentials to those who did not sign in",
    severity=Severity.MEDIUM,
    every=IdentityPool,
    must=~IdentityPool.guests,
    because="Anyone on the Internet gets credentials of AWS, with all that the role for guests may do.",
    fix=(
        "Set allow_unauthenticated_identities (Terraform) or AllowUnauthenticatedIdentities (CloudFormation) to false."
    ),
    serves=("no-anonymous-access",),
    also=("CKV_AWS_366",),
    passes=[IdentityPool(guests=False)],
    fails=[IdentityPool(guests=True)],
)
