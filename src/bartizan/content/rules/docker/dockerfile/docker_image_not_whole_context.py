"""Images do not take everything that is there."""

from bartizan.content.kinds.docker.stage import Copy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-not-whole-context",
    title="Images do not take everything that is there",
    severity=Severity.LOW,
    every=Copy,
    where=~Copy.from_stage,
    must=~Copy.whole_context,
    because="The directory holds .git, .env and keys as well as the program, and so does the image.",
    fix="Name what is needed in COPY, or leave the rest out in .dockerignore.",
    serves=(
        "secrets-not-in-code",
        "image-minimisation",
    ),
    passes=[Copy(whole_context=False, from_stage=False)],
    fails=[Copy(whole_context=True, from_stage=False)],
)
