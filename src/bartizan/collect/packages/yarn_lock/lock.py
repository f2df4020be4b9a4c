"""A `yarn.lock` as packages; what is asked for, and for what, the manifests of the workspaces tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, table, word
from bartizan.collect.package import Package
from bartizan.collect.packages.javascript_manifest.package_json import Manifest, manifest
from bartizan.collect.packages.javascript_manifest.specifier import checksums, is_name, public, purl_from, split
from bartizan.collect.packages.yarn_lock.classic import Block, blocks
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_OWN = ("workspace:", "link:", "portal:")
_PATCHED = re.compile(r"patch:(@?[^@]+)@([^#]+)")
_VERSION = re.compile(r"v?\d+\.\d+\.\d+")
_BERRY = re.compile(r"^__metadata:", re.MULTILINE)


@dataclass(slots=True)
class _Found:
    """One entry of a lock, in either language."""

    keys: tuple[str, ...]
    package: Package | None
    """None for a part of the project."""
    needs: list[tuple[str, str]] = field(default_factory=list)


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock with the manifests of its project."""
    lock = opened(tree, unit.root)
    locks = [opened(tree, file) for file in unit.files if file.endswith("package.json")]
    manifests = [manifest(each) for each in locks]
    found = _berry(lock) if _BERRY.search(lock.text[:65_536]) else _classic(lock)
    packages = _connect(found, manifests)
    return reading(packages, [*lock.gaps, *(gap for each in locks for gap in each.gaps)])


def _classic(lock: LockFile) -> list[_Found]:
    found = []
    for block in blocks(lock.text):
        if isinstance(block, int):
            lock.gap("The line is not of a lock of Yarn; write the file anew with `yarn install`.", block)
            continue
        try:
            found.append(_of_block(lock, block))
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", block.line, about="entry")
    return found


def _of_block(lock: LockFile, block: Block) -> _Found:
    if not block.keys:
        raise Misshapen("it says nothing that was asked for")
    module, _, asked = split(block.keys[0])
    name = split(asked[4:])[0] if asked.startswith("npm:") else module
    resolved = block.values.get("resolved", "")
    if asked.startswith(_OWN) or (asked.startswith(("file:", "./", "../")) and not resolved):
        return _Found(block.keys, None, block.needs)
    version = word(block.values.get("version"), f"the version of {module[:80]}")
    return _Found(block.keys, _package(lock, name, module, version, block.line, resolved, block.values), block.needs)


def _package(
    lock: LockFile, name: str, module: str, version: str, line: int | None, origin: str, values: dict[str, str]
) -> Package:
    if not is_name(name):
        raise Misshapen(f"`{name[:80]}` is no name of a package")
    known: str | Unknown = version if _VERSION.match(version) else Unknown("the lock tells no version")
    digest, _, mark = origin.partition("#")
    old = (f"sha1:{mark.lower()}",) if re.fullmatch(r"[0-9a-fA-F]{40}", mark) and "/-/" in digest else ()
    return Package(
        ecosystem="npm",
        name=name,
        version=known,
        place=lock.place(line),
        checksums=checksums(values.get("integrity")) or old,
        modules=(module,),
        purl=purl_from(name, known, origin),
    )


def _berry(lock: LockFile) -> list[_Found]:
    data, spots = lock.yaml()
    found = []
    for keys, entry in data.items():
        if keys == "__metadata":
            continue
        line = spots.get(keys, (0, 0))[0]
        try:
            found.append(_of_entry(lock, keys, entry, line))
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", line, about="entry")
    return found


def _of_entry(lock: LockFile, keys: str, entry: Any, line: int) -> _Found:
    entry = table(entry, f"`{keys[:80]}`")
    listed = tuple(key.strip() for key in keys.split(","))
    needs = [
        (name, asked)
        for section in ("dependencies", "optionalDependencies")
        for name, asked in table(entry.get(section), section).items()
        if isinstance(asked, str)
    ]
    name, _, origin = split(word(entry.get("resolution"), f"the resolution of `{keys[:80]}`"))
    if origin.startswith(_OWN) or entry.get("linkType") == "soft":
        return _Found(listed, None, needs)
    if patched := _PATCHED.match(origin):
        name, origin = patched[1], ""
    version = str(entry.get("version", ""))
    module = split(listed[0])[0]
    place = "" if origin.startswith("npm:") else public(origin)
    return _Found(listed, _package(lock, name, module, version, line, place, {}), needs)


def _connect(found: list[_Found], manifests: list[Manifest]) -> list[Package]:
    by_key: dict[str, str] = {}
    by_name: dict[str, list[str]] = defaultdict(list)
    for number, each in enumerate(found):
        for key in each.keys:
            by_key[key] = str(number)
        for name in {split(key)[0] for key in each.keys}:
            by_name[name].append(str(number))

    def meant(needs: Iterable[tuple[str, str]]) -> set[str]:
        targets: set[str] = set()
        for name, asked in needs:
            exact = by_key.get(f"{name}@{asked}") or by_key.get(f"{name}@npm:{asked}")
            targets.update([exact] if exact else by_name.get(name, ()))
        return targets

    edges = {str(number): meant(each.needs) for number, each in enumerate(found)}
    packages = {str(number): each.package for number, each in enumerate(found) if each.package is not None}
    wishes = [wish for each in manifests for wish in each.wishes if not wish.peer]
    parts = {str(number) for number, each in enumerate(found) if each.package is None}
    told = any(each.readable for each in manifests)
    if told:
        running = meant((wish.name, wish.asked) for wish in wishes if not wish.development) - parts
        asked = meant((wish.name, wish.asked) for wish in wishes) - parts
        relate(packages, edges, asked, running)
    else:
        needed = set().union(*(edges[part] for part in parts)) - parts  # Yarn 1 lists no parts with what they need
        relate(packages, edges, needed or None, None)
    return list(packages.values())
