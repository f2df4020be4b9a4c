"""Access to images is checked at every start."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-image-always-pulled",
    title="Access to images is checked at every start",
    severity=Severity.LOW,
    every=Container,
    must=Container.always_pulls | Container.image_pinned,
    because="An image that is already on a node starts for any pod there, also for one that has no right to pull it.",
    fix="Set imagePullPolicy to Always, or name the image by digest.",
    serves=("image-provenance",),
    also=("CKV_K8S_15",),
    passes=[Container(always_pulls=True), Container(always_pulls=False, image_pinned=True)],
    fails=[Container(always_pulls=False, image_pinned=False)],
)
