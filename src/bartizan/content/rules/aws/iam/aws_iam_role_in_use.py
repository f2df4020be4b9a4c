"""Roles that nobody takes are removed."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-role-in-use",
    title="Roles that nobody takes are removed",
    severity=Severity.LOW,
    every=Role,
    where=Role.idle_days.is_set() & ~Role.path.starts_with("/aws-service-role/"),
    must=Role.idle_days.at_most(90),
    because="Nobody misses a role that was not taken for three months, and nobody notices when an attacker takes it.",
    fix="Delete the role, or deny its use for a while first; `aws iam get-role` shows RoleLastUsed.",
    serves=("access-review", "least-privilege"),
    passes=[Role(idle_days=12, path="/"), Role(idle_days=90, path="/")],
    fails=[Role(idle_days=400, path="/"), Role(idle_days=91, path="/teams/")],
)
