"""Roles may not open a shell in pods."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-exec",
    title="Roles may not open a shell in pods",
    severity=Severity.MEDIUM,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(
        Permission.verbs.has_any("create", "get", "*")
        & Permission.resources.has_any(
            "pods/exec", "pods/attach", "pods/portforward", "pods/ephemeralcontainers", "pods/*", "*"
        )
    ),
    because="A shell in a pod has its identity, its secrets and its network.",
    fix="Remove pods/exec and its kin; grant them for the time of an incident only.",
    serves=(
        "no-remote-shell",
        "no-privilege-escalation",
    ),
    also=(
        "CKV2_K8S_2",
        "KSV-0053",
        "AVD-KSV-0053",
        "KSV053",
        "kubernetes-no-getting-shell-pods",
        "KSV-0054",
        "AVD-KSV-0054",
        "KSV054",
        "kubernetes-no-attaching-shell-pods",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"pods"}))],
    fails=[Permission(system=False, verbs=frozenset({"create"}), resources=frozenset({"pods/exec"}))],
)
