"""ADD is used for local archives and verified downloads only."""

from bartizan.content.kinds.docker.stage import Copy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-copies-not-adds",
    title="ADD is used for local archives and verified downloads only",
    severity=Severity.LOW,
    every=Copy,
    must=~Copy.adds | Copy.archive | Copy.verified,
    because="ADD fetches and unpacks what nobody has checked.",
    fix="Use COPY; for a download give ADD a --checksum.",
    serves=(
        "supply-chain-pinning",
        "build-integrity",
    ),
    also=(
        "CKV_DOCKER_4",
        "DS-0005",
        "AVD-DS-0005",
        "DS005",
        "docker-use-copy-over-add",
    ),
    passes=[Copy(adds=False), Copy(adds=True, archive=True), Copy(adds=True, archive=False, verified=True)],
    fails=[Copy(adds=True, archive=False, verified=False)],
)
