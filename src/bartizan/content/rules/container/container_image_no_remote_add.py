"""Nothing in a container image was fetched by ADD."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-no-remote-add",
    title="Nothing in a container image was fetched by ADD",
    severity=Severity.LOW,
    every=Image,
    must=~Image.remote_additions,
    because="What stood at the address when the image was built went in, whoever had put it there.",
    fix="Fetch it in a RUN that checks its checksum or signature, or give ADD a --checksum.",
    serves=("build-integrity", "supply-chain-pinning"),
    passes=[Image(remote_additions=False)],
    fails=[Image(remote_additions=True)],
)
