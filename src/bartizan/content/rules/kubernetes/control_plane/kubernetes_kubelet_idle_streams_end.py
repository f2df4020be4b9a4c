"""Idle connections to containers end."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-idle-streams-end",
    title="Idle connections to containers end",
    severity=Severity.LOW,
    every=Kubelet,
    must=Kubelet.idle_streams_end,
    because="Connections that are forgotten stay open, for whoever finds the terminal, until none are left.",
    fix="Set streamingConnectionIdleTimeout to a time such as 4h.",
    serves=(
        "session-control",
        "denial-of-service-protection",
    ),
    also=(
        "CKV_K8S_143",
        "KCV-0085",
        "AVD-KCV-0085",
        "KCV0085",
        "kubernetes-disable-timeouts-streaming-connections.",
        "kubernetes-disable-timeouts-streaming-connections",
    ),
    passes=[Kubelet(idle_streams_end=True)],
    fails=[Kubelet(idle_streams_end=False)],
)
