"""Container images come with a bill of materials."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-bill-of-materials",
    title="Container images come with a bill of materials",
    severity=Severity.LOW,
    every=Image,
    must=Image.bill,
    because="When the next vulnerability is known, every image has to be searched to tell which ones have it.",
    fix="Attach one: `bartizan sbom`, then `cosign attest`, or build with `--sbom=true`.",
    serves=("asset-inventory",),
    passes=[Image(bill=True)],
    fails=[Image(bill=False)],
)
