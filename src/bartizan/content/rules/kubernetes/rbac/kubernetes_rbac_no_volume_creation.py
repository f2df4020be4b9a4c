"""Roles may not create persistent volumes."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-volume-creation",
    title="Roles may not create persistent volumes",
    severity=Severity.MEDIUM,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(Permission.resources.has_any("persistentvolumes", "*") & Permission.verbs.has_any("create", "*")),
    because="A persistent volume may be a directory of the node, and whoever claims it has its files.",
    fix="Leave persistent volumes to the storage provisioner.",
    serves=(
        "no-privilege-escalation",
        "container-isolation",
    ),
    passes=[Permission(system=False, verbs=frozenset({"create"}), resources=frozenset({"persistentvolumeclaims"}))],
    fails=[Permission(system=False, verbs=frozenset({"create"}), resources=frozenset({"persistentvolumes"}))],
)
