"""Ended pods are removed."""

from bartizan.content.kinds.kubernetes.controller_manager import Controllers
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-controller-manager-collects-pods",
    title="Ended pods are removed",
    severity=Severity.LOW,
    every=Controllers,
    must=Controllers.collects_pods,
    because="Records of ended pods pile up until the store is full.",
    fix="Set --terminated-pod-gc-threshold.",
    serves=("resource-limits",),
    also=(
        "CKV_K8S_106",
        "KCV-0033",
        "AVD-KCV-0033",
        "KCV0033",
        "kubernetes-ensure-terminated-pod-gc-threshold-argument-is-set-as-appropriate",
    ),
    passes=[Controllers(collects_pods=True)],
    fails=[Controllers(collects_pods=False)],
)
