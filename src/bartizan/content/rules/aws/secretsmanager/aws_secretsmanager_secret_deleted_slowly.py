"""Deletion of secrets can be undone."""

from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-secretsmanager-secret-deleted-slowly",
    title="Deletion of secrets can be undone",
    severity=Severity.LOW,
    every=Secret,
    must=Secret.recovery_days.at_least(7),
    because="A secret deleted at once, by mistake or in anger, stops whatever needs it for good.",
    fix="Leave out recovery_window_in_days, or set it to 7 or more.",
    serves=("deletion-protection",),
    passes=[
        Secret(recovery_days=30),
    ],
    fails=[
        Secret(recovery_days=0),
    ],
)
