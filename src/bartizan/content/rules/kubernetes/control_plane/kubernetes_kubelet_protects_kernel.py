"""Kubelets leave the settings of the kernel alone."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-protects-kernel",
    title="Kubelets leave the settings of the kernel alone",
    severity=Severity.MEDIUM,
    every=Kubelet,
    must=Kubelet.protects_kernel,
    because="The kubelet overwrites hardened settings of the kernel with its own.",
    fix="Set protectKernelDefaults to true.",
    serves=("node-hardening",),
    also=(
        "CKV_K8S_144",
        "KCV-0083",
        "AVD-KCV-0083",
        "KCV0083",
        "kubernetes-ensure-protect-kernel-defaults-set-true",
    ),
    passes=[Kubelet(protects_kernel=True)],
    fails=[Kubelet(protects_kernel=False)],
)
