"""`vendor/modules.txt`: the modules whose code lies in the vendor directory."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.collect.lockfile import LockFile
from bartizan.collect.packages.go.grammar import Replacement, replacement


@dataclass(frozen=True, slots=True)
class Vendored:
    """A module that is vendored."""

    path: str
    version: str
    replaced: Replacement | None
    line: int


def vendored(lock: LockFile) -> dict[str, Vendored]:
    """Return the modules by their paths. A replacement of what is not vendored has no version, and is left out."""
    found: dict[str, Vendored] = {}
    for number, line in enumerate(lock.text.splitlines(), start=1):
        if not line.startswith("# "):
            continue
        words = tuple(line[2:].split())
        if len(words) < 2 or not words[1].startswith("v"):
            continue
        said = replacement(words)
        found[words[0]] = Vendored(words[0], words[1], said[1] if said else None, number)
    return found
