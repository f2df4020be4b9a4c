"""Passwords mix letters of both cases, digits and symbols."""

from bartizan.content.kinds.aws.iam_password_policy import PasswordPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-password-policy-mixed",
    title="Passwords mix letters of both cases, digits and symbols",
    severity=Severity.LOW,
    every=PasswordPolicy,
    must=PasswordPolicy.needs_lowercase
    & PasswordPolicy.needs_uppercase
    & PasswordPolicy.needs_number
    & PasswordPolicy.needs_symbol,
    because="Passwords of one kind of character are the first that guessing programs try.",
    fix=(
        "Set require_lowercase_characters, require_uppercase_characters, require_numbers and require_symbols "
        "(Terraform), or RequireLowercaseCharacters, RequireUppercaseCharacters, RequireNumbers and RequireSymbols, "
        "to true."
    ),
    serves=("password-policy",),
    also=(
        "CKV_AWS_11",
        "CKV_AWS_12",
        "CKV_AWS_14",
        "CKV_AWS_15",
        "AVD-AWS-0058",
        "AVD-AWS-0059",
        "AVD-AWS-0060",
        "AVD-AWS-0061",
        "AWS-0058",
        "aws-iam-require-lowercase-in-passwords",
        "AWS-0059",
        "aws-iam-require-numbers-in-passwords",
        "AWS-0060",
        "aws-iam-require-symbols-in-passwords",
        "AWS-0061",
        "aws-iam-require-uppercase-in-passwords",
    ),
    passes=[
        PasswordPolicy(needs_lowercase=True, needs_uppercase=True, needs_number=True, needs_symbol=True),
    ],
    fails=[
        PasswordPolicy(needs_lowercase=True, needs_uppercase=True, needs_number=True, needs_symbol=False),
    ],
)
