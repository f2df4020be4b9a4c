"""kube-proxy: what leads traffic to services on a node."""

from bartizan.core.kind import Asset, Text
from bartizan.core.source import Block, Shown, Source


class KubeProxy(Asset, kind="kubernetes.kube-proxy"):
    """The proxy of a node, as its configuration file sets it."""

    metrics = Text("The address at which its metrics are shown.")


FROM_CONFIGURATION = Source(
    of=KubeProxy,
    each=Block("kubeproxy.config.k8s.io/KubeProxyConfiguration"),
    reads={KubeProxy.metrics: "not_null(metricsBindAddress, '127.0.0.1:10249')"},
    shows=[
        Shown(
            text="apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n",
            gives=KubeProxy("KubeProxyConfiguration/manifest.yaml", metrics="127.0.0.1:10249"),
        ),
        Shown(
            text="apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n"
            "metricsBindAddress: 0.0.0.0:10249\n",
            gives=KubeProxy("KubeProxyConfiguration/manifest.yaml", metrics="0.0.0.0:10249"),
        ),
    ],
)
