"""Roles may not hand out roles."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-bind",
    title="Roles may not hand out roles",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(Permission.verbs.has_any("bind", "*") & Permission.resources.has_any("roles", "clusterroles", "*"))
    & ~(
        Permission.verbs.has_any("create", "update", "patch", "*")
        & Permission.resources.has_any("rolebindings", "clusterrolebindings", "*")
    ),
    because="Whoever may write bindings can give themselves any role that they may bind.",
    fix="Remove the verbs on bindings, and bind.",
    serves=("no-privilege-escalation",),
    also=(
        "CKV_K8S_157",
        "CKV2_K8S_1",
        "KSV-0050",
        "AVD-KSV-0050",
        "KSV050",
        "kubernetes-no-manage-rbac-resources",
        "kubernetes-no-privilege-escalation-rbac",
        "KSV-0051",
        "AVD-KSV-0051",
        "KSV051",
        "kubernetes-do-not-allow-role-binding-associate-privileged-role",
        "KSV-0052",
        "AVD-KSV-0052",
        "KSV052",
        "kubernetes-allow-role-clusterrolebindings-associate-privileged-cluster-role",
        "KSV-0055",
        "AVD-KSV-0055",
        "KSV055",
        "kubernetes-view-all-secrets",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"rolebindings"}))],
    fails=[
        Permission(system=False, verbs=frozenset({"bind"}), resources=frozenset({"clusterroles"})),
        Permission(system=False, verbs=frozenset({"create"}), resources=frozenset({"rolebindings"})),
    ],
)
