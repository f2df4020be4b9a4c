"""Container images listen on no port of remote administration."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-no-administration-ports",
    title="Container images listen on no port of remote administration",
    severity=Severity.MEDIUM,
    every=Image,
    must=~Image.exposes.has_any(22, 23, 2375, 2376, 3389, 5900, 5985, 5986),
    because="Shells, desktops and the engine's own interface are what attackers look for first.",
    fix="Remove EXPOSE and the service behind it.",
    serves=("no-open-admin-ports", "no-remote-shell"),
    passes=[Image(exposes=frozenset({8080}))],
    fails=[Image(exposes=frozenset({8080, 2375}))],
)
