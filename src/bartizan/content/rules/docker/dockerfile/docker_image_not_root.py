"""Images run as a user other than root."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-not-root",
    title="Images run as a user other than root",
    severity=Severity.MEDIUM,
    every=Stage,
    where=Stage.final,
    must=~Stage.leaves_user & ~Stage.user.one_of("root", "0"),
    because="Root in a container is root on the host as soon as anything else fails: a mount, the kernel, the runtime.",
    fix="End the last stage with USER and a number other than 0.",
    serves=("non-root-execution",),
    also=(
        "CKV_DOCKER_3",
        "CKV_DOCKER_8",
        "DS-0002",
        "AVD-DS-0002",
        "DS002",
        "docker-least-privilege-user",
    ),
    passes=[Stage(final=True, leaves_user=False, user="10001")],
    fails=[Stage(final=True, leaves_user=True), Stage(final=True, leaves_user=False, user="root")],
)
