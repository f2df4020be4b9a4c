"""Files are not made writable for everyone or set-user-id."""

from bartizan.content.kinds.docker.stage import Command
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-no-dangerous-modes",
    title="Files are not made writable for everyone or set-user-id",
    severity=Severity.MEDIUM,
    every=Command,
    must=~Command.opens_modes,
    because="Whoever breaks in can change the program, or become its owner.",
    fix="Give the owner with COPY --chown, and the fewest rights in chmod.",
    serves=("file-permissions",),
    passes=[Command(opens_modes=False)],
    fails=[Command(opens_modes=True)],
)
