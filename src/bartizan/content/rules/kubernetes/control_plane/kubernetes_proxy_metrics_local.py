"""kube-proxy shows its metrics to its own node only."""

from bartizan.content.kinds.kubernetes.kube_proxy import KubeProxy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-proxy-metrics-local",
    title="kube-proxy shows its metrics to its own node only",
    severity=Severity.MEDIUM,
    every=KubeProxy,
    must=KubeProxy.metrics.matches("^(127[.]|localhost|\\[?::1)"),
    because="Metrics tell everyone who reaches the node about its services.",
    fix="Set metricsBindAddress to 127.0.0.1:10249.",
    serves=("restricted-ingress",),
    passes=[KubeProxy(metrics="127.0.0.1:10249")],
    fails=[KubeProxy(metrics="0.0.0.0:10249")],
)
