"""Builds do not use sudo."""

from bartizan.content.kinds.docker.stage import Command
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-no-sudo",
    title="Builds do not use sudo",
    severity=Severity.MEDIUM,
    every=Command,
    must=~Command.uses_sudo,
    because="sudo in an image lets whatever breaks in become root again.",
    fix="Use USER root for the steps that need it, and another USER after them.",
    serves=("least-privilege",),
    also=(
        "CKV2_DOCKER_1",
        "DS-0010",
        "AVD-DS-0010",
        "DS010",
        "docker-no-sudo-run",
    ),
    passes=[Command(uses_sudo=False)],
    fails=[Command(uses_sudo=True)],
)
