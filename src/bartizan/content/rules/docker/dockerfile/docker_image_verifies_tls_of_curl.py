"""Downloads check certificates."""

from bartizan.content.kinds.docker.stage import Command
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-verifies-tls-of-curl",
    title="Downloads check certificates",
    severity=Severity.HIGH,
    every=Command,
    must=~Command.skips_tls,
    because="Somebody on the way can put anything into the image.",
    fix="Remove -k, --insecure or --no-check-certificate.",
    serves=(
        "encryption-in-transit",
        "build-integrity",
    ),
    also=(
        "CKV2_DOCKER_2",
        "CKV2_DOCKER_3",
    ),
    passes=[Command(skips_tls=False)],
    fails=[Command(skips_tls=True)],
)
