"""Kubelets offer strong TLS only."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-strong-tls",
    title="Kubelets offer strong TLS only",
    severity=Severity.MEDIUM,
    every=Kubelet,
    must=~Kubelet.ciphers.has_match(r"(?i)(_RC4_|_3DES_|_CBC_SHA|^TLS_RSA_)"),
    because="Weak cipher suites can be broken by who listens in.",
    fix="Name suites with forward secrecy in tlsCipherSuites.",
    serves=("strong-tls",),
    also=(
        "CKV_K8S_151",
        "KCV-0092",
        "AVD-KCV-0092",
        "KCV0092",
        "kubernetes-ensure-Kubelet-only-makes-use-strong-cryptographic-ciphers",
    ),
    passes=[Kubelet(ciphers=frozenset())],
    fails=[Kubelet(ciphers=frozenset({"TLS_RSA_WITH_3DES_EDE_CBC_SHA"}))],
)
