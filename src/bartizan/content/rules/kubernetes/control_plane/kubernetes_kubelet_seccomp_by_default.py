"""System calls are filtered by default."""

from bartizan.content.kinds.kubernetes.kubelet import Kubelet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-kubelet-seccomp-by-default",
    title="System calls are filtered by default",
    severity=Severity.LOW,
    every=Kubelet,
    must=Kubelet.seccomp_default,
    because="Every workload that forgets to ask for a filter has none.",
    fix="Set seccompDefault to true.",
    serves=("syscall-filtering",),
    passes=[Kubelet(seccomp_default=True)],
    fails=[Kubelet(seccomp_default=False)],
)
