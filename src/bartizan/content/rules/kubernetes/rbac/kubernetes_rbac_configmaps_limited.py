"""Few roles may change config maps."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-configmaps-limited",
    title="Few roles may change config maps",
    severity=Severity.LOW,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(
        Permission.resources.has_any("configmaps", "*")
        & Permission.verbs.has_any("create", "update", "patch", "delete", "*")
    )
    | ~Permission.names.empty(),
    because="Programs read their settings from config maps, and on EKS one of them says who is an administrator.",
    fix="Name the config maps in resourceNames, or remove the verbs that write.",
    serves=("least-privilege",),
    also=(
        "KSV-0049",
        "AVD-KSV-0049",
        "KSV049",
        "kubernetes-no-manage-configmaps",
        "KSV-0115",
        "AVD-KSV-0115",
        "KSV115",
        "kubernetes-eks-iam-configmap",
    ),
    passes=[
        Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"configmaps"})),
        Permission(
            system=False, verbs=frozenset({"update"}), resources=frozenset({"configmaps"}), names=frozenset({"own"})
        ),
    ],
    fails=[
        Permission(system=False, verbs=frozenset({"update"}), resources=frozenset({"configmaps"}), names=frozenset())
    ],
)
