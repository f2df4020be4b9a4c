"""Work directories are absolute."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-work-directory-absolute",
    title="Work directories are absolute",
    severity=Severity.LOW,
    every=Stage,
    must=~Stage.relative_workdirs,
    because="A path that depends on the line before it ends up where nobody expects it.",
    fix="Begin WORKDIR with a slash.",
    serves=("configuration-baseline",),
    also=(
        "CKV_DOCKER_10",
        "DS-0009",
        "AVD-DS-0009",
        "DS009",
        "docker-user-absolute-workdir",
        "DS-0013",
        "AVD-DS-0013",
        "DS013",
        "docker-use-workdir-over-cd",
    ),
    passes=[Stage(relative_workdirs=False)],
    fails=[Stage(relative_workdirs=True)],
)
