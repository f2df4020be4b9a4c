"""Roles do not allow everything on everything."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-wildcards",
    title="Roles do not allow everything on everything",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.system,
    must=~(Permission.verbs.has("*") & Permission.resources.has("*")),
    because="Every verb on every resource is the whole namespace, or for a cluster role the whole cluster, "
    "and all that will ever be added to it.",
    fix="List the verbs and resources that are needed.",
    serves=(
        "least-privilege",
        "no-admin-by-default",
    ),
    also=(
        "CKV_K8S_49",
        "KSV-0044",
        "AVD-KSV-0044",
        "KSV044",
        "kubernetes-no-wildcard-verb-resource-role",
        "KSV-0045",
        "AVD-KSV-0045",
        "KSV045",
        "kubernetes-no-wildcard-verb-role",
        "KSV-0046",
        "AVD-KSV-0046",
        "KSV046",
        "kubernetes-no-wildcard-resource-clusterrole",
        "KSV-0112",
        "AVD-KSV-0112",
        "KSV112",
        "kubernetes-no-wildcard-resource-role",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"pods"}))],
    fails=[Permission(system=False, verbs=frozenset({"*"}), resources=frozenset({"*"}))],
)
