"""Images have a tag other than latest."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-image-tagged",
    title="Images have a tag other than latest",
    severity=Severity.MEDIUM,
    every=Container,
    must=Container.image_tagged,
    because="What latest means changes without a change to the manifest: nobody can say what runs, or go back"
    " to what ran.",
    fix="Name a version, or better a digest, in image.",
    serves=("supply-chain-pinning",),
    also=(
        "CKV_K8S_14",
        "KSV-0013",
        "AVD-KSV-0013",
        "KSV013",
        "kubernetes-use-specific-tags",
    ),
    passes=[Container(image_tagged=True)],
    fails=[Container(image_tagged=False)],
)
