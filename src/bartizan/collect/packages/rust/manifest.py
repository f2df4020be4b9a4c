"""A `Cargo.toml`: what a crate of the project asks for, to run and to be built or tested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.lockfile import LockFile, Misshapen, table, word_or_none
from bartizan.collect.package import Package
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

_SECTIONS = {
    "dependencies": True,
    "build-dependencies": False,
    "build_dependencies": False,
    "dev-dependencies": False,
    "dev_dependencies": False,
}
"""Sections that ask for crates, and whether those run with the program."""
_EXACT = re.compile(r"=\s*(\d+\.\d+\.\d+[^\s,]*)$")
_KEY = re.compile(r'^\s*(?:\[(?:[^\]\n]*\.)?)?["\']?([A-Za-z0-9_-]+)["\']?(?:\.[a-z.]+)?\s*[=\]]', re.MULTILINE)


@dataclass(slots=True)
class Manifest:
    """What one manifest says."""

    lock: LockFile
    name: str = ""
    running: set[str] = field(default_factory=set)
    """Names of the crates, not what the code calls them, that the program runs with."""
    asked: list[tuple[str, Any, bool]] = field(default_factory=list)
    """Name of the crate, what is said of it, and whether the program runs with it."""


def manifest(lock: LockFile, gaps: list[Gap]) -> Manifest:
    """Return what a manifest says; what is wrong with it goes to `gaps`."""
    found = Manifest(lock)
    data = lock.toml()
    try:
        package = table(data.get("package") or data.get("project"), "package")
        found.name = word_or_none(package.get("name")) or ""
        for name, said, running in _asked(data):
            found.asked.append((name, said, running))
            if running:
                found.running.add(name)
    except Misshapen as error:
        lock.gap(f"The manifest is read in part: {error}.")
    gaps.extend(lock.gaps)
    return found


def _asked(data: dict[str, Any]) -> Iterator[tuple[str, Any, bool]]:
    targets = [table(each, "a target") for each in table(data.get("target"), "target").values()]
    for place in (data, *targets):
        for section, running in _SECTIONS.items():
            for key, said in table(place.get(section), section).items():
                yield _crate(key, said), said, running


def _crate(key: str, said: Any) -> str:
    """Return the name of the crate, which may be another than the code's name for it."""
    renamed = word_or_none(said.get("package")) if isinstance(said, dict) else None
    return renamed or key


def declared(manifest: Manifest) -> Iterator[Package]:
    """Yield what a manifest without a lock asks for, the crates of the project left out."""
    lines = manifest.lock.lines(_KEY)
    for name, said, running in manifest.asked:
        if isinstance(said, dict) and ("path" in said or said.get("workspace") is True):
            continue
        yield Package(
            ecosystem="crates.io",
            name=name,
            version=_version(said),
            place=manifest.lock.place(lines.get(name)),
            direct=True,
            development=not running,
        )


def _version(said: Any) -> str | Unknown:
    asked = said if isinstance(said, str) else said.get("version") if isinstance(said, dict) else None
    if not isinstance(asked, str):
        return Unknown("the manifest gives no version, and there is no Cargo.lock")
    exact = _EXACT.match(asked.strip())
    return exact[1] if exact else Unknown(f"only a range is given: {asked}, and there is no Cargo.lock")
