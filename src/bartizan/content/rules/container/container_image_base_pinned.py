"""The base of a container image is told by digest."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-base-pinned",
    title="The base of a container image is told by digest",
    severity=Severity.LOW,
    every=Image,
    where=Image.base.is_set(),
    must=Image.base.contains("@sha256:"),
    because="A tag says what the base was called on the day of the build, not what was in it.",
    fix="Set the annotation or label org.opencontainers.image.base.digest beside the name.",
    serves=("supply-chain-pinning", "image-provenance"),
    passes=[
        Image(base="registry.example/base:12@sha256:0000000000000000000000000000000000000000000000000000000000000000")
    ],
    fails=[Image(base="registry.example/base:12")],
)
