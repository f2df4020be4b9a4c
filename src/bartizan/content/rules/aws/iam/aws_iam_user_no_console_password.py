"""People sign in through a central identity provider, not as IAM users."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-user-no-console-password",
    title="People sign in through a central identity provider, not as IAM users",
    severity=Severity.LOW,
    every=User,
    must=~User.console,
    because="Passwords of IAM users live outside of joiner and leaver processes, and often without a second factor.",
    fix=(
        "Use IAM Identity Center or SAML, and remove aws_iam_user_login_profile (Terraform) or LoginProfile "
        "(CloudFormation)."
    ),
    serves=("federated-identity", "no-long-lived-credentials"),
    also=("CKV_AWS_273", "CKV2_AWS_22"),
    passes=[
        User(console=False),
    ],
    fails=[
        User(console=True),
    ],
)
