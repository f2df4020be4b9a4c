"""Semantic versions, and versions that are nearly such: fewer or more numbers, a leading `v`.

Source: semver.org 2.0.0; what the registries of npm, crates.io, Go, Hex, Pub, NuGet and Swift do otherwise.
"""

from __future__ import annotations

import re

from bartizan.collect.versions.malformed import Malformed
from bartizan.collect.versions.number import number

_WHOLE = re.compile(
    r"[vV=]?[vV]?(?P<numbers>\d+(?:\.\d+)*)(?:-(?P<early>[0-9A-Za-z.-]+)|\.?(?P<glued>[A-Za-z][0-9A-Za-z.-]*))?"
    r"(?:\+(?P<build>[0-9A-Za-z.+~_-]*))?",
    re.ASCII,
)
_GO = re.compile(r"go(?P<numbers>\d+(?:\.\d+)*)(?:(?P<phase>alpha|beta|rc)(?P<number>\d+))?(?:[-+ ].*)?", re.ASCII)
_END, _MORE, _TEXT = b"\0", b"\x01", b"\x02"
_FINAL = b"\xff"


def key(version: str) -> bytes:
    """Return a version as bytes that sort by semantic versioning; build metadata counts nothing. Raises `Malformed`."""
    numbers, early, _ = _parts(version)
    return _numbers(numbers) + _early(early)


def go(version: str) -> bytes:
    """Return the version of a Go module (`v1.2.3`) or of Go itself (`go1.22rc1`). Raises `Malformed`."""
    if version.startswith("go"):
        found = _GO.fullmatch(version)
        if found is None:
            raise Malformed(f"{version!r} is no version of Go")
        early = f"{found['phase']}.{found['number']}" if found["phase"] else None
        return _numbers(found["numbers"]) + _early(early)
    return key(version)


def nuget(version: str) -> bytes:
    """Return a version of NuGet: up to four numbers, letters of any case the same. Raises `Malformed`."""
    return key(version.lower())


def pub(version: str) -> bytes:
    """Return a version of Pub, where build metadata comes after the same version without. Raises `Malformed`."""
    numbers, early, build = _parts(version)
    return _numbers(numbers) + _early(early) + (_END if build is None else _MORE + _identifiers(build))


def _parts(version: str) -> tuple[str, str | None, str | None]:
    found = _WHOLE.fullmatch(version.strip())
    # A word right after the numbers is `1.2rc1`, but without a dot it may be anything: a commit, a branch.
    if found is None or (found["glued"] and "." not in found["numbers"]):
        raise Malformed(f"{version!r} is no semantic version")
    return found["numbers"], found["early"] or found["glued"], found["build"]


def _numbers(text: str) -> bytes:
    parts = [part.lstrip("0") for part in text.split(".")]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return b"".join(_MORE + number(part) for part in parts) + _END


def _early(text: str | None) -> bytes:
    return _FINAL if text is None else _identifiers(text)


def _identifiers(text: str) -> bytes:
    """Return identifiers between dots: numbers before texts, fewer before more."""
    parts = text.split(".")
    return b"".join(_MORE + number(p) if p.isdigit() else _TEXT + p.encode() + b"\0" for p in parts) + _END
