"""Passwords of users are not written in templates."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-user-password-not-in-code",
    title="Passwords of users are not written in templates",
    severity=Severity.HIGH,
    every=User,
    must=~User.password_written,
    because="Everyone who can read the template or its history can sign in as this user.",
    fix=(
        "Set LoginProfile.Password by a dynamic reference such as {{resolve:secretsmanager:...}}, or use federation "
        "in place of the user."
    ),
    serves=("secrets-not-in-code",),
    passes=[
        User(password_written=False),
    ],
    fails=[
        User(password_written=True),
    ],
)
