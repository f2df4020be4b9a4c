"""The last 24 passwords cannot be used again."""

from bartizan.content.kinds.aws.iam_password_policy import PasswordPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-password-policy-no-reuse",
    title="The last 24 passwords cannot be used again",
    severity=Severity.LOW,
    every=PasswordPolicy,
    must=PasswordPolicy.remembered.at_least(24),
    because="A password that leaked once works again when its owner comes back to it.",
    fix="Set password_reuse_prevention (Terraform) or PasswordReusePrevention to 24.",
    serves=("password-policy",),
    also=(
        "CKV_AWS_13",
        "AVD-AWS-0056",
        "AWS-0056",
        "aws-iam-no-password-reuse",
    ),
    passes=[
        PasswordPolicy(remembered=24),
    ],
    fails=[
        PasswordPolicy(remembered=0),
        PasswordPolicy(remembered=5),
    ],
)
