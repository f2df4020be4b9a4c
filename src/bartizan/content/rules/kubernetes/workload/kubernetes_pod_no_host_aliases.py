"""Pods do not rewrite their hosts file."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-host-aliases",
    title="Pods do not rewrite their hosts file",
    severity=Severity.LOW,
    every=Workload,
    must=~Workload.host_aliases,
    because="Names that are fixed in a hosts file lead past the name service, and silently to the wrong address later.",
    fix="Remove hostAliases; use a Service or a DNS record.",
    serves=("dns-protection",),
    also=(
        "KSV-0007",
        "AVD-KSV-0007",
        "KSV007",
        "kubernetes-no-hostaliases",
    ),
    passes=[Workload(host_aliases=False)],
    fails=[Workload(host_aliases=True)],
)
