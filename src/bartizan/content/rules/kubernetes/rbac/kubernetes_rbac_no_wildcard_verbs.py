"""Roles name their verbs and resources."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-wildcard-verbs",
    title="Roles name their verbs and resources",
    severity=Severity.MEDIUM,
    every=Permission,
    where=~Permission.system,
    must=~(Permission.verbs.has("*") | Permission.resources.has("*")),
    because="A wildcard also grants what nobody thought of: escalate, bind, impersonate, sub-resources such "
    "as exec, and what later versions add.",
    fix="Replace * by the verbs and resources that are needed.",
    serves=("least-privilege",),
    also=(
        "CKV_K8S_49",
        "KSV-0045",
        "AVD-KSV-0045",
        "KSV045",
        "kubernetes-no-wildcard-verb-role",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"pods"}))],
    fails=[
        Permission(system=False, verbs=frozenset({"*"}), resources=frozenset({"pods"})),
        Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"*"})),
    ],
)
