"""Base images have a tag other than latest."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-base-tagged",
    title="Base images have a tag other than latest",
    severity=Severity.MEDIUM,
    every=Stage,
    where=Stage.external,
    must=Stage.base_tagged,
    because="What latest means changes without a change to the file: no two builds are the same.",
    fix="Name a version, or better a digest, in FROM.",
    serves=(
        "supply-chain-pinning",
        "image-provenance",
    ),
    also=(
        "CKV_DOCKER_7",
        "DS-0001",
        "AVD-DS-0001",
        "DS001",
        "docker-use-specific-tags",
    ),
    passes=[Stage(external=True, base_tagged=True)],
    fails=[Stage(external=True, base_tagged=False)],
)
