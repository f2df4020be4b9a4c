"""A `Gemfile`: the gems it names and their groups. It is a program; it is read, never run."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bartizan.collect.lockfile import LockFile

DEVELOPMENT = frozenset(
    {"development", "test", "tests", "dev", "ci", "lint", "doc", "docs", "documentation", "rubocop", "debug", "console"}
    | {"benchmark", "benchmarks", "profile", "quality", "cucumber", "system_test", "integration", "tools", "release"}
)
"""Groups that a program does not run with."""
_GEM = re.compile(r"""^\s*gem[\s(]\s*["']([^"']+)["'](.*)$""")
_VERSION = re.compile(r"""^\s*,\s*["']([^"']+)["']((?:\s*,\s*["'][^"']+["'])*)""")
_GROUPS = re.compile(r"""(?::groups?\s*=>|\bgroups?:)\s*(\[[^\]]*\]|%[iw]\[[^\]]*\]|:\w+|["']\w+["'])""")
_GROUP_BLOCK = re.compile(r"^\s*group[\s(]+(.+?)\)?\s*do\b")
_NAME = re.compile(r"\w+")
_BLOCK = re.compile(r"\bdo(\s*\|[^|]*\|)?\s*$|^\s*(if|unless|case|begin|while|until|def)\b|=\s*(if|case|begin)\b")
_END = re.compile(r"^\s*end\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """A gem that is asked for."""

    name: str
    version: str
    """As written, several joined with commas; empty where none is given."""
    groups: tuple[str, ...]
    line: int

    @property
    def developing(self) -> bool:
        """Whether the program does not run with it."""
        return bool(self.groups) and all(group in DEVELOPMENT for group in self.groups)


def gems(lock: LockFile) -> dict[str, Asked]:
    """Return the gems of a manifest by name; one named several times is in all of the groups."""
    found: dict[str, Asked] = {}
    blocks: list[tuple[str, ...]] = []
    for number, line in enumerate(lock.text.splitlines(), start=1):
        code = line.partition("#")[0] if "#{" not in line else line
        if gem := _GEM.match(code):
            groups = tuple(name for block in blocks for name in block) + _own_groups(gem[2])
            _add(found, Asked(gem[1], _version(gem[2]), groups, number))
        elif group := _GROUP_BLOCK.match(code):
            blocks.append(tuple(_NAME.findall(re.sub(r"%[iw]|optional:\s*true", "", group[1]))))
        elif _BLOCK.search(code) and not _END.search(code):
            blocks.append(())
        elif _END.match(code) and blocks:
            blocks.pop()
    return found


def _own_groups(rest: str) -> tuple[str, ...]:
    groups = _GROUPS.search(rest)
    return tuple(_NAME.findall(groups[1].removeprefix("%i").removeprefix("%w"))) if groups else ()


def _version(rest: str) -> str:
    version = _VERSION.match(rest)
    return f"{version[1]}{version[2]}".replace('"', "").replace("'", "") if version else ""


def _add(found: dict[str, Asked], asked: Asked) -> None:
    """Add a gem; in no group, wherever it is named so, is in every one."""
    before = found.get(asked.name)
    if before is not None:
        both = () if not before.groups or not asked.groups else (*before.groups, *asked.groups)
        asked = Asked(before.name, before.version or asked.version, both, before.line)
    found[asked.name] = asked
