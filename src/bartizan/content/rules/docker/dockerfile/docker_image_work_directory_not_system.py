"""Work directories are not those of the system."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-work-directory-not-system",
    title="Work directories are not those of the system",
    severity=Severity.MEDIUM,
    every=Stage,
    must=~Stage.system_workdirs,
    because="Files of the application overwrite or join those of the system.",
    fix="Use a directory of its own, such as /app.",
    serves=("configuration-baseline",),
    also=(
        "DS-0030",
        "AVD-DS-0030",
        "DS030",
        "docker-avoid-sys-workdir-mounts",
    ),
    passes=[Stage(system_workdirs=False)],
    fails=[Stage(system_workdirs=True)],
)
