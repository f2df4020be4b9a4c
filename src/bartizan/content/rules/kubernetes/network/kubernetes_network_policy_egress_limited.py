"""Network policies say where pods may go."""

from bartizan.content.kinds.kubernetes.namespace import NetworkPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-network-policy-egress-limited",
    title="Network policies say where pods may go",
    severity=Severity.LOW,
    every=NetworkPolicy,
    must=~NetworkPolicy.open_egress,
    because="A pod that is broken into can send out what it has read, and fetch what it will run.",
    fix="Name destinations in to, and ports.",
    serves=("restricted-egress",),
    also=(
        "KUBE-0002",
        "AVD-KUBE-0002",
        "kubernetes-network-no-public-egress",
    ),
    passes=[NetworkPolicy(open_egress=False)],
    fails=[NetworkPolicy(open_egress=True)],
)
