"""The rules of an AWS account for the passwords of its IAM users."""

from bartizan.core.kind import Asset, Flag, Number
from bartizan.core.source import Block, Shown, Source


class PasswordPolicy(Asset, kind="aws.iam.password-policy"):
    """What passwords of IAM users must be like; one per account.

    CloudFormation has no resource for it. Templates set it by a custom resource whose properties are those of the
    call UpdateAccountPasswordPolicy, and that is how it is recognised there.
    """

    min_length = Number("Characters a password must have.")
    remembered = Number("How many earlier passwords may not be used again.")
    max_age = Number("Days until a password must be changed; 0 means never.")
    needs_lowercase = Flag("A lower case letter is required.")
    needs_uppercase = Flag("An upper case letter is required.")
    needs_number = Flag("A digit is required.")
    needs_symbol = Flag("A symbol is required.")


FROM_TERRAFORM = Source(
    of=PasswordPolicy,
    each=Block("aws_iam_account_password_policy"),
    reads={
        PasswordPolicy.min_length: "not_null(minimum_password_length, `6`)",
        PasswordPolicy.remembered: "not_null(password_reuse_prevention, `0`)",
        PasswordPolicy.max_age: "not_null(max_password_age, `0`)",
        PasswordPolicy.needs_lowercase: "flag(not_null(require_lowercase_characters, `false`))",
        PasswordPolicy.needs_uppercase: "flag(not_null(require_uppercase_characters, `false`))",
        PasswordPolicy.needs_number: "flag(not_null(require_numbers, `false`))",
        PasswordPolicy.needs_symbol: "flag(not_null(require_symbols, `false`))",
    },
    shows=[
        Shown(
            text='resource "aws_iam_account_password_policy" "plain" {}',
            gives=PasswordPolicy(
                "aws_iam_account_password_policy.plain",
                min_length=6,
                remembered=0,
                max_age=0,
                needs_lowercase=False,
                needs_uppercase=False,
                needs_number=False,
                needs_symbol=False,
            ),
        ),
        Shown(
            text="""
resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length      = 16
  password_reuse_prevention    = 24
  max_password_age             = 90
  require_lowercase_characters = true
  require_uppercase_characters = true
  require_numbers              = true
  require_symbols              = true
}
""",
            gives=PasswordPolicy(
                "aws_iam_account_password_policy.strict",
                min_length=16,
                remembered=24,
                max_age=90,
                needs_lowercase=True,
                needs_uppercase=True,
                needs_number=True,
                needs_symbol=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=PasswordPolicy,
    each=Block(
        "AWS::CloudFormation::CustomResource",
        "Custom::PasswordPolicy",
        "Custom::IAMPasswordPolicy",
        "Custom::AccountPasswordPolicy",
        "Custom::IamUpdateAccountPasswordPolicy",
        where="not_null(MinimumPasswordLength, minimumPasswordLength) != `null`",
    ),
    reads={
        PasswordPolicy.min_length: "not_null(MinimumPasswordLength, minimumPasswordLength)",
        PasswordPolicy.remembered: "not_null(PasswordReusePrevention, passwordReusePrevention, `0`)",
        PasswordPolicy.max_age: "not_null(MaxPasswordAge, maxPasswordAge, `0`)",
        PasswordPolicy.needs_lowercase: "flag(not_null(RequireLowercaseCharacters, requireLowercaseCharacters))",
        PasswordPolicy.needs_uppercase: "flag(not_null(RequireUppercaseCharacters, requireUppercaseCharacters))",
        PasswordPolicy.needs_number: "flag(not_null(RequireNumbers, requireNumbers))",
        PasswordPolicy.needs_symbol: "flag(not_null(RequireSymbols, requireSymbols))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Strict:
    Type: Custom::PasswordPolicy
    Properties:
      ServiceToken: arn:aws:lambda:eu-central-1:111122223333:function:password-policy
      MinimumPasswordLength: 16
      PasswordReusePrevention: 24
      MaxPasswordAge: 90
      RequireLowercaseCharacters: true
      RequireUppercaseCharacters: true
      RequireNumbers: true
      RequireSymbols: true
""",
            gives=PasswordPolicy(
                "Strict",
                min_length=16,
                remembered=24,
                max_age=90,
                needs_lowercase=True,
                needs_uppercase=True,
                needs_number=True,
                needs_symbol=True,
            ),
        ),
        Shown(
            text="""
Resources:
  Loose:
    Type: AWS::CloudFormation::CustomResource
    Properties:
      ServiceToken: arn:aws:lambda:eu-central-1:111122223333:function:password-policy
      MinimumPasswordLength: 8
      RequireSymbols: false
""",
            gives=PasswordPolicy("Loose", min_length=8, remembered=0, max_age=0, needs_symbol=False),
        ),
    ],
)
