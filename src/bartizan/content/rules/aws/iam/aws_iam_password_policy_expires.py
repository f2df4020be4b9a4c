"""Passwords are changed within 90 days."""

from bartizan.content.kinds.aws.iam_password_policy import PasswordPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-password-policy-expires",
    title="Passwords are changed within 90 days",
    severity=Severity.LOW,
    every=PasswordPolicy,
    must=PasswordPolicy.max_age.at_least(1) & PasswordPolicy.max_age.at_most(90),
    because="A password that leaked unnoticed works until it is changed.",
    fix="Set max_password_age (Terraform) or MaxPasswordAge to 90 or less.",
    serves=("password-policy", "credential-rotation"),
    also=(
        "CKV_AWS_9",
        "AVD-AWS-0062",
        "AWS-0062",
        "aws-iam-set-max-password-age",
    ),
    passes=[
        PasswordPolicy(max_age=90),
    ],
    fails=[
        PasswordPolicy(max_age=0),
        PasswordPolicy(max_age=365),
    ],
)
