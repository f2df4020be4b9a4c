"""Package managers check signatures."""

from bartizan.content.kinds.docker.stage import Command
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-verifies-package-signatures",
    title="Package managers check signatures",
    severity=Severity.HIGH,
    every=Command,
    must=~Command.skips_signatures,
    because="A mirror, or somebody on the way, can put any package into the image.",
    fix="Remove the switch, and import the key of the repository.",
    serves=(
        "build-integrity",
        "supply-chain-pinning",
    ),
    also=(
        "CKV2_DOCKER_7",
        "CKV2_DOCKER_8",
        "CKV2_DOCKER_9",
        "CKV2_DOCKER_10",
        "CKV2_DOCKER_11",
    ),
    passes=[Command(skips_signatures=False)],
    fails=[Command(skips_signatures=True)],
)
