"""Images have no SSH port."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-no-ssh",
    title="Images have no SSH port",
    severity=Severity.MEDIUM,
    every=Stage,
    must=~Stage.exposes.has(22),
    because="A remote shell in a container is a way in that no log of the platform sees.",
    fix="Remove EXPOSE 22 and the server.",
    serves=("no-remote-shell",),
    also=(
        "CKV_DOCKER_1",
        "DS-0004",
        "AVD-DS-0004",
        "DS004",
        "docker-no-ssh-port",
    ),
    passes=[Stage(exposes=frozenset({8080}))],
    fails=[Stage(exposes=frozenset({22}))],
)
