"""Kubelets renew their certificates."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-rotates-certificates",
    title="Kubelets renew their certificates",
    severity=Severity.MEDIUM,
    every=Kubelet,
    must=Kubelet.rotates,
    because="A stolen certificate works for as long as it is valid; one that is not renewed takes its node down.",
    fix="Set rotateCertificates to true.",
    serves=("certificate-management",),
    also=(
        "CKV_K8S_149",
        "KCV-0090",
        "AVD-KCV-0090",
        "KCV0090",
        "kubernetes-ensure-rotate-certificates-argument-set-false",
        "KCV-0091",
        "AVD-KCV-0091",
        "KCV0091",
        "kubernetes-ensure-rotate-kubelet-server-certificate-argument-set-true",
    ),
    passes=[Kubelet(rotates=True)],
    fails=[Kubelet(rotates=False)],
)
