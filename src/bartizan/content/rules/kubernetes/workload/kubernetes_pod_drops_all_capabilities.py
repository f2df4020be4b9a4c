"""Containers drop all capabilities."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-drops-all-capabilities",
    title="Containers drop all capabilities",
    severity=Severity.LOW,
    every=Container,
    must=Container.drops.has("ALL") & Container.adds.has_only("NET_BIND_SERVICE"),
    because="The capabilities that runtimes give by default are more than nearly any program needs, and each "
    "is one more thing to misuse.",
    fix="Set securityContext.capabilities.drop to [ALL], and add at most NET_BIND_SERVICE.",
    serves=("minimal-capabilities",),
    also=(
        "CKV_K8S_37",
        "CKV_K8S_36",
        "KSV-0003",
        "AVD-KSV-0003",
        "KSV003",
        "kubernetes-drop-default-capabilities",
        "KSV-0004",
        "AVD-KSV-0004",
        "KSV004",
        "kubernetes-drop-unused-capabilities",
        "KSV-0106",
        "AVD-KSV-0106",
        "KSV106",
        "kubernetes-drop-caps-add-bind-svc",
    ),
    passes=[Container(drops=frozenset({"ALL"}), adds=frozenset())],
    fails=[
        Container(drops=frozenset(), adds=frozenset()),
        Container(drops=frozenset({"ALL"}), adds=frozenset({"CHOWN"})),
    ],
)
