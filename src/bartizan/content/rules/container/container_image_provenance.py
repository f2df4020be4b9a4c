"""Container images tell what they were built from."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-provenance",
    title="Container images tell what they were built from",
    severity=Severity.LOW,
    every=Image,
    must=Image.provenance,
    because="It cannot be checked that the image was built by the pipeline, from what was reviewed.",
    fix="Attach an attestation: `docker buildx build --provenance=true`, or what your pipeline has for it.",
    serves=("build-integrity", "image-provenance"),
    passes=[Image(provenance=True)],
    fails=[Image(provenance=False)],
)
