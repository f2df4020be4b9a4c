"""Passwords of users have 14 characters or more."""

from bartizan.content.kinds.aws.iam_password_policy import PasswordPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-password-policy-long",
    title="Passwords of users have 14 characters or more",
    severity=Severity.MEDIUM,
    every=PasswordPolicy,
    must=PasswordPolicy.min_length.at_least(14),
    because="Short passwords are guessed, or found from a leaked hash, in hours.",
    fix="Set minimum_password_length (Terraform) or MinimumPasswordLength to 14 or more.",
    serves=("password-policy",),
    also=(
        "CKV_AWS_10",
        "AVD-AWS-0063",
        "AWS-0063",
        "aws-iam-set-minimum-password-length",
    ),
    passes=[
        PasswordPolicy(min_length=14),
    ],
    fails=[
        PasswordPolicy(min_length=8),
    ],
)
