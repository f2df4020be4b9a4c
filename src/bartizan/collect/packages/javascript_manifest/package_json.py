"""What a `package.json` says: its name, what it asks for, and where the other parts of its project are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bartizan.collect.lockfile import LockFile, Misshapen, table
from bartizan.collect.written import Written

SECTIONS = {
    "dependencies": False,
    "optionalDependencies": False,
    "devDependencies": True,
    "peerDependencies": False,
}
"""Where dependencies stand, and whether those are for development."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing that is asked for."""

    name: str
    asked: str
    development: bool
    line: int
    peer: bool = False


@dataclass(slots=True)
class Manifest:
    """What a manifest says."""

    file: str
    name: str = ""
    wishes: list[Wish] = field(default_factory=list)
    readable: bool = True


def manifest(lock: LockFile) -> Manifest:
    """Return what a `package.json` says; what is not as it should be is a gap of it."""
    data = lock.json()
    name, written = data.get("name"), Written(lock.text)
    made = Manifest(lock.file, name if isinstance(name, str) else "", readable=lock.readable and not lock.gaps)
    for section, development in SECTIONS.items():
        made.wishes += lock.shaped(partial(_wished, written, data, section, development))
    return made


def _wished(written: Written, data: dict[str, Any], section: str, development: bool) -> list[Wish]:
    return list(_wishes(written, data, section, development))


def _wishes(written: Written, data: dict[str, Any], section: str, development: bool) -> Iterator[Wish]:
    meta = data.get("peerDependenciesMeta")
    optional = meta if isinstance(meta, dict) and section == "peerDependencies" else {}
    for name, asked in table(data.get(section), section).items():
        flags = optional.get(name)
        if isinstance(flags, dict) and flags.get("optional") is True:
            continue
        if not isinstance(asked, str):
            raise Misshapen(f"what `{name[:80]}` is asked for is not a text")
        yield Wish(
            name=name,
            asked=asked,
            development=development,
            line=written.line(f'"{section}"', f'"{name}"'),
            peer=section == "peerDependencies",
        )
