"""Systems are of a release that still gets security updates."""

from bartizan.content.kinds.software.system import System
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="software-system-supported",
    title="Systems are of a release that still gets security updates",
    severity=Severity.HIGH,
    every=System,
    must=System.supported,
    because=(
        "What is found in its packages from now on stays open: no fix is made, and no scanner is told of what no one "
        "looks for any more."
    ),
    fix=(
        "Move to a release that is supported: change the base image's tag in FROM, or upgrade the machine. "
        "Paid extensions (Ubuntu Pro, ELS, LTSS) that are in use are a reason to waive this."
    ),
    serves=("supported-versions", "patching"),
    passes=[System(distribution="debian", version="13", supported=True)],
    fails=[System(distribution="centos", version="7", supported=False)],
)
