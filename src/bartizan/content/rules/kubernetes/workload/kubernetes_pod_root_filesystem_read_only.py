"""The root file systems of containers are read-only."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-root-filesystem-read-only",
    title="The root file systems of containers are read-only",
    severity=Severity.LOW,
    every=Container,
    must=Container.read_only_root,
    because="Where the file system can be written, an attacker can keep tools there and change the program.",
    fix="Set securityContext.readOnlyRootFilesystem to true, with emptyDir volumes where the program writes.",
    serves=("immutable-runtime",),
    also=(
        "CKV_K8S_22",
        "KSV-0014",
        "AVD-KSV-0014",
        "KSV014",
        "kubernetes-use-readonly-filesystem",
    ),
    passes=[Container(read_only_root=True)],
    fails=[Container(read_only_root=False)],
)
