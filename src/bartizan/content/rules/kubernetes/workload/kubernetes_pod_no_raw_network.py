"""Containers cannot forge network packets."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-raw-network",
    title="Containers cannot forge network packets",
    severity=Severity.LOW,
    every=Container,
    must=Container.drops.has_any("NET_RAW", "ALL") & ~Container.adds.has_any("NET_RAW", "ALL"),
    because="With NET_RAW a container can forge packets: spoof the addresses of other pods and answer their "
    "name look-ups.",
    fix="Add NET_RAW, or better ALL, to securityContext.capabilities.drop.",
    serves=("minimal-capabilities",),
    also=(
        "CKV_K8S_7",
        "CKV_K8S_28",
        "KSV-0119",
        "AVD-KSV-0119",
        "KSV119",
        "kubernetes-no-net-raw",
    ),
    passes=[Container(drops=frozenset({"ALL"}), adds=frozenset())],
    fails=[
        Container(drops=frozenset(), adds=frozenset()),
        Container(drops=frozenset({"ALL"}), adds=frozenset({"NET_RAW"})),
    ],
)
