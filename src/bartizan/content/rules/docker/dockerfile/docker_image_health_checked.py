"""Images say how to tell whether they work."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-health-checked",
    title="Images say how to tell whether they work",
    severity=Severity.LOW,
    every=Stage,
    where=Stage.final,
    must=Stage.health_checked,
    because="A container that hangs is taken for healthy.",
    fix="Add HEALTHCHECK.",
    serves=("health-checking",),
    also=(
        "CKV_DOCKER_2",
        "DS-0026",
        "AVD-DS-0026",
        "DS026",
        "docker-no-healthcheck",
        "DS-0023",
        "AVD-DS-0023",
        "DS023",
        "docker-only-one-healthcheck",
    ),
    passes=[Stage(final=True, health_checked=True)],
    fails=[Stage(final=True, health_checked=False)],
)
