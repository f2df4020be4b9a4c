"""Kubelets may renew their serving certificates."""

from bartizan.content.kinds.kubernetes.controller_manager import Controllers
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-controller-manager-rotates-kubelet-certificates",
    title="Kubelets may renew their serving certificates",
    severity=Severity.MEDIUM,
    every=Controllers,
    must=~Controllers.gates.contains("RotateKubeletServerCertificate=false"),
    because="Certificates that are not renewed end and take nodes down, or are made to last for years.",
    fix="Remove RotateKubeletServerCertificate=false from --feature-gates.",
    serves=("certificate-management",),
    also=(
        "CKV_K8S_112",
        "KCV-0038",
        "AVD-KCV-0038",
        "KCV0038",
    ),
    passes=[Controllers(gates="")],
    fails=[Controllers(gates="RotateKubeletServerCertificate=false")],
)
