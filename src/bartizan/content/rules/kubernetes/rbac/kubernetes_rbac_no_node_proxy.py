"""Roles may not speak to kubelets."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-node-proxy",
    title="Roles may not speak to kubelets",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~Permission.resources.has_any("nodes/proxy", "nodes/*", "*"),
    because="Through nodes/proxy every command can be run in every pod of a node, past admission and the audit log.",
    fix="Remove nodes/proxy; nodes/metrics and nodes/stats are enough to watch.",
    serves=(
        "no-privilege-escalation",
        "node-hardening",
    ),
    also=(
        "CKV2_K8S_2",
        "KSV-0047",
        "AVD-KSV-0047",
        "KSV047",
        "kubernetes-no-privilege-escalation-from-node-proxy",
    ),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"nodes/metrics"}))],
    fails=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"nodes/proxy"}))],
)
