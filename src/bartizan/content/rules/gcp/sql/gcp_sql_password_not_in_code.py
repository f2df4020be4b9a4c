"""Passwords of databases are not written in code."""

from bartizan.content.kinds.gcp.sql_instance import SqlUser
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-password-not-in-code",
    title="Passwords of databases are not written in code",
    severity=Severity.HIGH,
    every=SqlUser,
    must=~SqlUser.literal_password,
    because="Whoever can read the repository or the state can log in.",
    fix="Use IAM authentication, or password_wo with an ephemeral value.",
    serves=("secrets-not-in-code",),
    passes=[SqlUser(literal_password=False)],
    fails=[SqlUser(literal_password=True)],
)
