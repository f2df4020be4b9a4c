"""Pods have a limit of processes."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-limits-processes",
    title="Pods have a limit of processes",
    severity=Severity.MEDIUM,
    every=Kubelet,
    must=Kubelet.process_limit.at_least(1),
    because="One pod that forks without end takes the whole node down.",
    fix="Set podPidsLimit, to 4096 for example.",
    serves=("resource-limits",),
    passes=[Kubelet(process_limit=4096)],
    fails=[Kubelet(process_limit=-1)],
)
