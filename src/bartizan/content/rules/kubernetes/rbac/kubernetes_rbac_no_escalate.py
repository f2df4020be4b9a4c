"""Roles may not widen roles."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-escalate",
    title="Roles may not widen roles",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(Permission.verbs.has_any("escalate", "*") & Permission.resources.has_any("roles", "clusterroles", "*")),
    because="With escalate a role can be given permissions that its editor does not have.",
    fix="Remove escalate.",
    serves=("no-privilege-escalation",),
    also=(
        "CKV_K8S_158",
        "KSV-0050",
        "AVD-KSV-0050",
        "KSV050",
        "kubernetes-no-manage-rbac-resources",
        "kubernetes-no-privilege-escalation-rbac",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"roles"}))],
    fails=[Permission(system=False, verbs=frozenset({"escalate"}), resources=frozenset({"clusterroles"}))],
)
