"""Passwords of Cognito users are long."""

from bartizan.content.kinds.aws.cognito_pool import UserPool
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cognito-password-policy-strong",
    title="Passwords of Cognito users are long",
    severity=Severity.LOW,
    every=UserPool,
    must=UserPool.password_length.at_least(14) | (UserPool.password_length.at_least(12) & UserPool.password_mixed),
    because="Short passwords are guessed, above all those that people use elsewhere too.",
    fix=(
        "Set minimum_length to 12 and the four require settings in password_policy, or minimum_length to 14 "
        "(Terraform); the same in Policies.PasswordPolicy (CloudFormation)."
    ),
    serves=("password-policy",),
    passes=[UserPool(password_length=12, password_mixed=True), UserPool(password_length=16, password_mixed=False)],
    fails=[UserPool(password_length=8, password_mixed=True), UserPool(password_length=12, password_mixed=False)],
)
