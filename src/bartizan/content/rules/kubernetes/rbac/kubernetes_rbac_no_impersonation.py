"""Roles may not act as somebody else."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-impersonation",
    title="Roles may not act as somebody else",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(
        Permission.verbs.has_any("impersonate", "*")
        & Permission.resources.has_any("users", "groups", "serviceaccounts", "uids", "*")
    ),
    because="Whoever impersonates acts with all rights of another, up to the administrators.",
    fix="Remove impersonate, or name the subjects in resourceNames.",
    serves=("no-privilege-escalation",),
    also=(
        "CKV2_K8S_3",
        "KSV-0043",
        "AVD-KSV-0043",
        "KSV043",
        "kubernetes-no-impersonate-privileged-groups",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"users"}))],
    fails=[Permission(system=False, verbs=frozenset({"impersonate"}), resources=frozenset({"users"}))],
)
