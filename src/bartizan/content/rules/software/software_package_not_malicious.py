"""Packages are not malicious."""

from bartizan.content.kinds.software.package import Package
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="software-package-not-malicious",
    title="Packages are not malicious",
    severity=Severity.CRITICAL,
    every=Package,
    must=~Package.malicious,
    because=(
        "It was published to do harm: by running its installation alone, whoever wrote it has what the machine "
        "has, its secrets first."
    ),
    fix=(
        "Remove it and what pulls it in, build anew from a state before it, and replace every secret of each "
        "machine that installed it."
    ),
    advice=Package.remedy,
    serves=("malware-protection", "vulnerability-scanning", "patching"),
    passes=[Package(name="left-pad", version="1.3.0", affected=False, malicious=False)],
    fails=[Package(name="flatmap-stream", version="0.1.1", affected=True, malicious=True)],
)
