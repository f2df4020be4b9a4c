"""A `mix.lock` or `rebar.lock` as packages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, beside, opened, optional, reading
from bartizan.collect.package import Package
from bartizan.collect.packages.elixir.term import Group, TermError, terms
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

_DEPENDENCY = re.compile(r"\{\s*:(\w+)\s*,([^{}]*)\}")
_ONLY = re.compile(r"\bonly:\s*(\[[^\]]*\]|:\w+)")
_COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)
_HEX = re.compile(r"[0-9a-fA-F]{64}$")
_GIT = Unknown("it is pinned to a commit")


@dataclass(slots=True)
class Locked:
    """The packages of a lock, by what the project calls them."""

    packages: dict[str, Package] = field(default_factory=dict)
    needs: dict[str, set[str]] = field(default_factory=dict)
    direct: set[str] | None = None


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock with its manifest."""
    lock = opened(tree, unit.root)
    found = Locked()
    try:
        read_terms = terms(lock.text)
        if unit.root.endswith("rebar.lock"):
            _rebar(found, lock, read_terms)
        else:
            _mix(found, lock, read_terms)
    except TermError as error:
        lock.gap(f"The file is no lock that can be read: {error.why}; write it anew with its tool.", error.line)
    gaps = list(lock.gaps)
    asked = _asked(unit, tree, gaps)
    if asked is None:
        relate(found.packages, found.needs, found.direct, None)
    else:
        running = {name for name, development in asked.items() if not development}
        relate(found.packages, found.needs, set(asked), running)
    return reading(found.packages.values(), gaps)


def _asked(unit: Unit, tree: Tree, gaps: list[Gap]) -> dict[str, bool] | None:
    """Return what the manifest asks for, each with whether it is for development alone; None without one."""
    manifest = optional(tree, beside(unit.root, "mix.exs")) if unit.root.endswith("mix.lock") else None
    if manifest is None or not manifest.readable:
        return None
    gaps.extend(manifest.gaps)
    text = _COMMENT.sub("", manifest.text)
    return {name: _developing(rest) for name, rest in _DEPENDENCY.findall(text)}


def _developing(rest: str) -> bool:
    only = _ONLY.search(rest)
    return only is not None and "prod" not in only[1]


def _mix(found: Locked, lock: LockFile, read_terms: list[Any]) -> None:
    """Take in `%{"name" => {:hex, :name, "version", "checksum", [managers], [needs], "repository", "checksum"}}`."""
    if not lock.readable or not lock.text.strip():
        return
    if len(read_terms) != 1 or not isinstance(read_terms[0], Group) or read_terms[0].kind != "%{":
        lock.gap("The file is not the map that Mix writes; write it anew with `mix deps.get`.")
        return
    items = read_terms[0].items
    for name, entry in zip(items[::2], items[1::2], strict=False):
        if not isinstance(name, str) or not isinstance(entry, Group) or not _texts(entry.items[:3], 2):
            lock.gap("An entry is left out: it is not a name and a tuple.", getattr(entry, "line", 0))
        elif entry.items[0] == ":hex" and len(entry.items) >= 3 and isinstance(entry.items[2], str):
            _hex(found, lock, name, entry)
        elif entry.items[0] == ":git":
            found.packages[name] = Package(ecosystem="Hex", name=name, version=_GIT, place=lock.place(entry.line))


def _texts(items: list[Any], least: int) -> bool:
    return len(items) >= least and all(isinstance(each, str) for each in items[:least])


def _hex(found: Locked, lock: LockFile, name: str, entry: Group) -> None:
    items = entry.items
    lists = [each for each in items[3:] if isinstance(each, Group) and each.kind == "["]
    needs = [each for group in lists for each in group.items if isinstance(each, Group) and each.items]
    found.needs[name] = {str(each.items[0]).lstrip(":") for each in needs if isinstance(each.items[0], str)}
    checksum = items[-1] if isinstance(items[-1], str) and _HEX.match(items[-1]) else ""
    found.packages[name] = Package(
        ecosystem="Hex",
        name=str(items[1]).lstrip(":").strip('"'),
        version=items[2],
        place=lock.place(entry.line),
        checksums=(f"sha256:{checksum.lower()}",) if checksum else (),
    )


def _rebar(found: Locked, lock: LockFile, read_terms: list[Any]) -> None:
    """Take in `{<<"name">>, {pkg, <<"name">>, <<"version">>}, level}`: those of level 0 are asked for."""
    found.direct = set()
    pending = list(reversed(read_terms))
    while pending:
        here = pending.pop()
        if not isinstance(here, Group):
            continue
        entry = _rebar_entry(here)
        if entry is None:
            pending.extend(reversed(here.items))
            continue
        name, package, version, level = entry
        found.packages[name] = Package(
            ecosystem="Hex", name=package, version=version or _GIT, place=lock.place(here.line)
        )
        if level == "0":
            found.direct.add(name)


def _rebar_entry(group: Group) -> tuple[str, str, str | None, Any] | None:
    if len(group.items) < 3 or not isinstance(group.items[1], Group):
        return None
    name, source, level = _binary(group.items[0]), group.items[1].items, group.items[2]
    if name is None or not source:
        return None
    if source[0] == "pkg" and len(source) >= 3:
        return name, _binary(source[1]) or name, _binary(source[2]), level
    return (name, name, None, level) if source[0] == "git" else None


def _binary(value: Any) -> str | None:
    """Return the text of `<<"text">>`."""
    if isinstance(value, Group) and value.kind == "<<" and _texts(value.items, 1):
        return str(value.items[0])
    return None
