"""Container images are signed."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-signed",
    title="Container images are signed",
    severity=Severity.MEDIUM,
    every=Image,
    must=Image.signed,
    because="Nobody can tell it from an image that someone else has pushed under its name.",
    fix="Sign the image by its digest when it is built (cosign, Notation), and have the cluster verify it.",
    serves=("image-provenance",),
    passes=[Image(signed=True)],
    fails=[Image(signed=False)],
)
