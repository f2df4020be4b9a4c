"""Few roles may create pods."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-pod-creation-limited",
    title="Few roles may create pods",
    severity=Severity.MEDIUM,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(
        Permission.verbs.has_any("create", "update", "patch", "*")
        & Permission.resources.has_any(
            "pods",
            "deployments",
            "daemonsets",
            "statefulsets",
            "replicasets",
            "jobs",
            "cronjobs",
            "replicationcontrollers",
            "*",
        )
    ),
    because="Whoever creates pods can run as any service account of the namespace and read every secret in it.",
    fix="Leave the creation of workloads to the delivery pipeline, and remove the verbs here.",
    serves=(
        "no-privilege-escalation",
        "least-privilege",
    ),
    also=(
        "KSV-0048",
        "AVD-KSV-0048",
        "KSV048",
        "kubernetes-deny-create-update-malicious-pod",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"pods"}))],
    fails=[Permission(system=False, verbs=frozenset({"create"}), resources=frozenset({"pods"}))],
)
