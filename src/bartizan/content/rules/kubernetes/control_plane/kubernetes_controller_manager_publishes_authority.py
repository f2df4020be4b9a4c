"""Pods are told how to check the API server."""

from bartizan.content.kinds.kubernetes.controller_manager import Controllers
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-controller-manager-publishes-authority",
    title="Pods are told how to check the API server",
    severity=Severity.MEDIUM,
    every=Controllers,
    must=Controllers.authority,
    because="Pods that cannot check the certificate send their token to whoever answers.",
    fix="Set --root-ca-file.",
    serves=("certificate-management",),
    also=(
        "CKV_K8S_111",
        "KCV-0037",
        "AVD-KCV-0037",
        "KCV0037",
        "kubernetes-ensure-root-ca-file-argument-is-set-as-appropriate",
    ),
    passes=[Controllers(authority=True)],
    fails=[Controllers(authority=False)],
)
