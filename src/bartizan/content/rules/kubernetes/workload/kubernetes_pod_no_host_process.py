"""Windows containers do not run as host processes."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-host-process",
    title="Windows containers do not run as host processes",
    severity=Severity.CRITICAL,
    every=Container,
    must=~Container.host_process,
    because="A host process container runs on the Windows node itself, with its files and network.",
    fix="Remove windowsOptions.hostProcess from the pod and the container.",
    serves=(
        "no-privileged-containers",
        "container-isolation",
    ),
    also=(
        "KSV-0103",
        "AVD-KSV-0103",
        "KSV103",
        "kubernetes-no-hostprocess-containers",
    ),
    passes=[Container(host_process=False)],
    fails=[Container(host_process=True)],
)
