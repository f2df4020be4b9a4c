"""Cognito users can sign in with a second factor."""

from bartizan.content.kinds.aws.cognito_pool import UserPool
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cognito-users-have-mfa",
    title="Cognito users can sign in with a second factor",
    severity=Severity.MEDIUM,
    every=UserPool,
    must=UserPool.mfa.one_of("ON", "OPTIONAL"),
    because="A password that was guessed, reused or phished is all it takes to be somebody else.",
    fix="Set mfa_configuration (Terraform) or MfaConfiguration (CloudFormation) to ON or OPTIONAL.",
    serves=("mfa",),
    passes=[UserPool(mfa="ON"), UserPool(mfa="OPTIONAL")],
    fails=[UserPool(mfa="OFF")],
)
