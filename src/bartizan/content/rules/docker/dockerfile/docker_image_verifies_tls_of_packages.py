"""Package managers check certificates."""

from bartizan.content.kinds.docker.stage import Command
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-verifies-tls-of-packages",
    title="Package managers check certificates",
    severity=Severity.HIGH,
    every=Command,
    must=~Command.skips_tls_of_packages,
    because="Somebody on the way can put any package into the image.",
    fix="Remove the switch, and add the authority that is missing to the trust store.",
    serves=(
        "encryption-in-transit",
        "build-integrity",
    ),
    also=(
        "CKV2_DOCKER_4",
        "CKV2_DOCKER_5",
        "CKV2_DOCKER_6",
        "CKV2_DOCKER_12",
        "CKV2_DOCKER_13",
        "CKV2_DOCKER_14",
        "CKV2_DOCKER_15",
        "CKV2_DOCKER_16",
    ),
    passes=[Command(skips_tls_of_packages=False)],
    fails=[Command(skips_tls_of_packages=True)],
)
