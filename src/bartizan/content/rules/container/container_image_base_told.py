"""Container images tell which image they are built on."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-base-told",
    title="Container images tell which image they are built on",
    severity=Severity.LOW,
    every=Image,
    must=Image.base.is_set(),
    because="When the base gets its security updates, nobody can tell which images have to be built again.",
    fix="Set the annotation or label org.opencontainers.image.base.name; buildah does so itself.",
    serves=("image-provenance", "asset-inventory"),
    passes=[Image(base="registry.example/base:12")],
    fails=[Image(base=None)],
)
