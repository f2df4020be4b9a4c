"""Images have one command."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-one-entry",
    title="Images have one command",
    severity=Severity.LOW,
    every=Stage,
    must=~Stage.several_commands,
    because="Only the last one counts, which is easily not the one that was meant.",
    fix="Keep one CMD and one ENTRYPOINT.",
    serves=("configuration-baseline",),
    also=(
        "DS-0016",
        "AVD-DS-0016",
        "DS016",
        "docker-only-one-cmd",
        "DS-0007",
        "AVD-DS-0007",
        "DS007",
        "docker-only-one-entrypoint",
    ),
    passes=[Stage(several_commands=False)],
    fails=[Stage(several_commands=True)],
)
