"""Containers of a pod do not see each other's processes."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-shared-process-namespace",
    title="Containers of a pod do not see each other's processes",
    severity=Severity.LOW,
    every=Workload,
    must=~Workload.shares_processes,
    because="A side-car that is broken into can read the memory, files and environment of the main container.",
    fix="Remove shareProcessNamespace.",
    serves=("container-isolation",),
    passes=[Workload(shares_processes=False)],
    fails=[Workload(shares_processes=True)],
)
