"""Container images can be asked whether they work."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-health-checked",
    title="Container images can be asked whether they work",
    severity=Severity.LOW,
    every=Image,
    must=Image.health_checked,
    because="An engine without probes of its own takes a process that hangs for one that works.",
    fix="Add HEALTHCHECK. Where Kubernetes runs it, whose probes take its place, waive this.",
    serves=("health-checking",),
    passes=[Image(health_checked=True)],
    fails=[Image(health_checked=False)],
)
