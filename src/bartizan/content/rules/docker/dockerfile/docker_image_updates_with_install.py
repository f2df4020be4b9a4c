"""Packages are updated where they are installed."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-updates-with-install",
    title="Packages are updated where they are installed",
    severity=Severity.LOW,
    every=Stage,
    must=~Stage.updates_alone,
    because="The index stays in the cache of the build, and later installs take old packages with known faults.",
    fix="Join the update and the install with && in one RUN.",
    serves=("patching",),
    also=(
        "CKV_DOCKER_5",
        "DS-0017",
        "AVD-DS-0017",
        "DS017",
        "docker-no-orphan-package-update",
    ),
    passes=[Stage(updates_alone=False)],
    fails=[Stage(updates_alone=True)],
)
