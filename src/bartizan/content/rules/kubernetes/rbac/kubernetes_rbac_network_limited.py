"""Few roles may change how pods are reached."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-network-limited",
    title="Few roles may change how pods are reached",
    severity=Severity.LOW,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(
        Permission.resources.has_any(
            "services", "endpoints", "endpointslices", "ingresses", "networkpolicies", "services/status", "*"
        )
        & Permission.verbs.has_any("create", "update", "patch", "delete", "*")
    ),
    because="Who changes services and network policies can lead traffic to a pod of their own, or open what "
    "was closed.",
    fix="Remove the verbs that write.",
    serves=(
        "least-privilege",
        "network-segmentation",
    ),
    also=(
        "CKV2_K8S_4",
        "KSV-0056",
        "AVD-KSV-0056",
        "KSV056",
        "kubernetes-no-manage-networking-resources",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"services"}))],
    fails=[Permission(system=False, verbs=frozenset({"update"}), resources=frozenset({"networkpolicies"}))],
)
