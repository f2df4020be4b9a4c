"""Kubelets record enough events."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-records-events",
    title="Kubelets record enough events",
    severity=Severity.LOW,
    every=Kubelet,
    must=Kubelet.event_rate.equals(0) | Kubelet.event_rate.at_least(5),
    because="Events that are dropped are missing when an attack is looked into.",
    fix="Set eventRecordQPS to 5 or more.",
    serves=("application-logging",),
    also=(
        "CKV_K8S_147",
        "KCV-0087",
        "AVD-KCV-0087",
        "KCV0087",
        "kubernetes-ensure-event-qps",
        "argument-set-0-or-level-forappropriate-event-capture",
    ),
    passes=[Kubelet(event_rate=5)],
    fails=[Kubelet(event_rate=1)],
)
