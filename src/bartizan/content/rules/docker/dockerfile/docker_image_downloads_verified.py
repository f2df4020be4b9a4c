"""Nothing is downloaded and run unseen."""

from bartizan.content.kinds.docker.stage import Command
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-downloads-verified",
    title="Nothing is downloaded and run unseen",
    severity=Severity.MEDIUM,
    every=Command,
    must=~Command.runs_download,
    because="Whoever controls the server, or the way to it, decides what becomes part of the image.",
    fix="Download to a file, compare its checksum or signature, then run it.",
    serves=(
        "build-integrity",
        "no-untrusted-code-in-pipeline",
    ),
    passes=[Command(runs_download=False)],
    fails=[Command(runs_download=True)],
)
