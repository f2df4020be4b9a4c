"""Roles may not delete events."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-log-deletion",
    title="Roles may not delete events",
    severity=Severity.LOW,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(
        Permission.resources.has_any("events", "pods/log", "*")
        & Permission.verbs.has_any("delete", "deletecollection", "*")
    ),
    because="Whoever deletes events hides what they did.",
    fix="Remove delete on events.",
    serves=("log-integrity",),
    also=(
        "KSV-0042",
        "AVD-KSV-0042",
        "KSV042",
        "kubernetes-no-delete-pod-logs",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"events"}))],
    fails=[Permission(system=False, verbs=frozenset({"delete"}), resources=frozenset({"events"}))],
)
