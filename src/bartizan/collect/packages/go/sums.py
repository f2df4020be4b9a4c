"""`go.sum`: the checksums of modules, and for older builds what modules there may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.lockfile import LockFile

_LINE = re.compile(r"^([^\s]+) (v[^\s/]+) (h1:[A-Za-z0-9+/=]+)\s*$", re.MULTILINE)
_NUMBER = re.compile(r"\d+")


def summed(lock: LockFile) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the checksums of modules' contents by path and version, as Go writes them: a hash of a list of hashes."""
    return {(path, version): (checksum,) for path, version, checksum in _LINE.findall(lock.text)}


def newest(lock: LockFile, checksums: dict[tuple[str, str], tuple[str, ...]]) -> Iterator[tuple[str, str, int]]:
    """Yield path, version and line of each module in its highest version, which is the one that is built."""
    best: dict[str, str] = {}
    for path, version in checksums:
        if path not in best or _order(best[path]) < _order(version):
            best[path] = version
    lines = lock.lines(re.compile(r"^([^\s]+) (v[^\s/]+) h1:", re.MULTILINE))
    for path, version in best.items():
        yield path, version, lines.get(f"{path}@{version}", 1)


def _order(version: str) -> tuple[list[int], bool, list[tuple[bool, int, str]]]:
    """Return a key by which versions sort as semantic versions do."""
    release, _, before = version.removeprefix("v").partition("+")[0].partition("-")
    numbers = [int(number) for number in _NUMBER.findall(release)]
    parts = [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in before.split(".")]
    return numbers, not before, parts
