"""Builds set no password."""

from bartizan.content.kinds.docker.stage import Command
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-sets-no-password",
    title="Builds set no password",
    severity=Severity.HIGH,
    every=Command,
    must=~Command.sets_password,
    because="Everyone who has the file or the image can log in.",
    fix="Remove the password; containers need none.",
    serves=(
        "secrets-not-in-code",
        "no-default-accounts",
    ),
    also=("CKV2_DOCKER_17",),
    passes=[Command(sets_password=False)],
    fails=[Command(sets_password=True)],
)
