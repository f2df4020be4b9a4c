"""Only needed packages are installed."""

from bartizan.content.kinds.docker.stage import Command
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-installs-only-needed",
    title="Only needed packages are installed",
    severity=Severity.LOW,
    every=Command,
    must=~Command.installs_recommended,
    because="Each package more is one more that can have a fault.",
    fix="Use --no-install-recommends with apt-get, --no-cache with apk.",
    serves=("image-minimisation",),
    also=(
        "DS-0029",
        "AVD-DS-0029",
        "DS029",
        "docker-use-apt-no-install-recommends",
        "DS-0025",
        "AVD-DS-0025",
        "DS025",
        "docker-purge-apk-package-cache",
        "DS-0015",
        "AVD-DS-0015",
        "DS015",
        "docker-purge-yum-package-cache",
        "DS-0019",
        "AVD-DS-0019",
        "DS019",
        "docker-purge-dnf-package-cache",
        "DS-0020",
        "AVD-DS-0020",
        "DS020",
        "docker-purge-zipper-cache",
        "DS-0027",
        "AVD-DS-0027",
        "DS027",
        "docker-purge-microdnf-package-cache",
    ),
    passes=[Command(installs_recommended=False)],
    fails=[Command(installs_recommended=True)],
)
