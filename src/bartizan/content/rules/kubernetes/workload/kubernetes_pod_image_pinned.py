"""Images are named by digest."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-image-pinned",
    title="Images are named by digest",
    severity=Severity.LOW,
    every=Container,
    must=Container.image_pinned,
    because="A tag can be moved to another image by whoever can push to the registry; a digest cannot.",
    fix="Add @sha256:<digest> to image.",
    serves=(
        "supply-chain-pinning",
        "image-provenance",
    ),
    also=("CKV_K8S_43",),
    passes=[Container(image_pinned=True)],
    fails=[Container(image_pinned=False)],
)
