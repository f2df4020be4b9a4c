"""Network policies say who may come in."""

from bartizan.content.kinds.kubernetes.namespace import NetworkPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-network-policy-ingress-limited",
    title="Network policies say who may come in",
    severity=Severity.MEDIUM,
    every=NetworkPolicy,
    must=~NetworkPolicy.open_ingress,
    because="A rule without from, or for every address, is no rule: all pods and networks that reach the "
    "cluster come in.",
    fix="Name the pods, namespaces or addresses in from.",
    serves=("restricted-ingress",),
    also=(
        "KUBE-0001",
        "AVD-KUBE-0001",
        "kubernetes-network-no-public-ingress",
        "KSV-0038",
        "AVD-KSV-0038",
        "KSV038",
        "kubernetes-selector-usage-in-network-policies",
    ),
    passes=[NetworkPolicy(open_ingress=False)],
    fails=[NetworkPolicy(open_ingress=True)],
)
