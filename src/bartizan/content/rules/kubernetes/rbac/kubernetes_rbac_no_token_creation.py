"""Roles may not make tokens of service accounts."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-token-creation",
    title="Roles may not make tokens of service accounts",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(
        Permission.resources.has_any("serviceaccounts/token", "serviceaccounts/*", "*")
        & Permission.verbs.has_any("create", "*")
    ),
    because="Whoever makes tokens can become every service account.",
    fix="Remove create on serviceaccounts/token.",
    serves=("no-privilege-escalation",),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"serviceaccounts"}))],
    fails=[Permission(system=False, verbs=frozenset({"create"}), resources=frozenset({"serviceaccounts/token"}))],
)
