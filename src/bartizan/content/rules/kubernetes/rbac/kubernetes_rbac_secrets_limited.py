"""Roles read only secrets they name."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-secrets-limited",
    title="Roles read only secrets they name",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(Permission.verbs.has_any("get", "list", "watch", "*") & Permission.resources.has_any("secrets", "*"))
    | ~Permission.names.empty(),
    because="Secrets hold the tokens of other accounts: reading them all is becoming any of them.",
    fix="Set resourceNames to the secrets that are needed, or mount them instead.",
    serves=(
        "least-privilege",
        "secrets-management",
    ),
    also=(
        "CKV2_K8S_5",
        "KSV-0041",
        "AVD-KSV-0041",
        "KSV041",
        "kubernetes-no-manage-secrets",
        "KSV-0113",
        "AVD-KSV-0113",
        "KSV113",
        "kubernetes-no-manage-ns-secrets",
    ),
    passes=[
        Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"pods"})),
        Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"secrets"}), names=frozenset({"db"})),
    ],
    fails=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"secrets"}), names=frozenset())],
)
