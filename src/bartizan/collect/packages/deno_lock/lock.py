"""A `deno.lock` as packages; which of them are for development it does not tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, table
from bartizan.collect.package import Package
from bartizan.collect.packages.javascript_manifest.specifier import checksums, is_name, split
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree

_LINES = re.compile(r'^[ \t]{0,20}"([^"\\\n]{1,500})"[ \t]*:[ \t]*\{', re.MULTILINE)
_HEX = re.compile(r"[0-9a-f]{64}$")
_ECOSYSTEMS = {"npm": "npm", "jsr": "JSR"}


@dataclass(slots=True)
class _Entries:
    """What a lock lists, by `npm:name@version` and `jsr:name@version`."""

    packages: dict[str, Package] = field(default_factory=dict)
    needs: dict[str, list[str]] = field(default_factory=dict)
    specifiers: dict[str, str] = field(default_factory=dict)
    """What something asked for came to be."""
    by_name: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock."""
    lock = opened(tree, unit.root)
    data = lock.json()
    packages = data.get("packages")
    inner: dict[str, Any] = packages if isinstance(packages, dict) else data
    if isinstance(data.get("npm"), dict) and "packages" in data["npm"]:
        inner = {"npm": data["npm"]["packages"], "specifiers": data["npm"].get("specifiers")}  # version 2
    found = _Entries()
    lines = lock.lines(_LINES)
    for kind in _ECOSYSTEMS:
        for listed in lock.shaped(partial(_listed, inner, kind)):
            for key, entry in listed.items():
                try:
                    _take(lock, found, kind, key, entry, lines.get(key))
                except Misshapen as error:
                    lock.gap(f"An entry is left out: {error}.", lines.get(key, 0), about=key[:80])
    found.specifiers = _specifiers(inner.get("specifiers"))
    asked = [each for part in lock.shaped(lambda: [list(_asked(data.get("workspace")))]) for each in part]
    return reading(_connect(found, asked if "workspace" in data else None), lock.gaps)


def _listed(data: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [table(data.get(kind), kind)]


def _take(lock: LockFile, found: _Entries, kind: str, key: str, entry: Any, line: int | None) -> None:
    entry = table(entry, f"`{key[:80]}`")
    name, _, version = split(key)
    version = version.partition("_")[0]  # what follows are its peers
    if not is_name(name) or not version[:1].isdigit():
        raise Misshapen(f"`{key[:80]}` is no package")
    integrity = entry.get("integrity")
    digest = (f"sha256:{integrity}",) if isinstance(integrity, str) and _HEX.match(integrity) else checksums(integrity)
    found.packages[f"{kind}:{key}"] = Package(
        ecosystem=_ECOSYSTEMS[kind],
        name=name,
        version=version,
        place=lock.place(line),
        checksums=digest,
        modules=(name,) if kind == "npm" else None,
        purl=_purl(name, version) if kind == "jsr" else "",
    )
    found.by_name[f"{kind}:{name}"].append(f"{kind}:{key}")
    found.needs[f"{kind}:{key}"] = [
        need if need.startswith(("npm:", "jsr:")) else f"{kind}:{need}" for need in _needs(entry)
    ]


def _purl(name: str, version: str) -> str:
    from packageurl import PackageURL  # loaded where it is needed

    scope, _, bare = name.rpartition("/")
    return PackageURL("jsr", scope or None, bare, version).to_string()


def _needs(entry: dict[str, Any]) -> Iterator[str]:
    for section in ("dependencies", "optionalDependencies"):
        listed = entry.get(section)
        values = listed.values() if isinstance(listed, dict) else rows(listed, section)
        for need in values:
            if isinstance(need, str):
                yield need.partition("@npm:")[2] or need


def _specifiers(value: Any) -> dict[str, str]:
    """Return what specifiers came to be; since version 4 only the version is written."""
    found = {}
    for asked, got in value.items() if isinstance(value, dict) else ():
        if isinstance(got, str):
            kind, _, name = asked.partition(":")
            found[asked] = got if got.startswith(("npm:", "jsr:")) else f"{kind}:{split(name)[0]}@{got}"
    return found


def _asked(workspace: Any) -> Iterator[str]:
    """Yield the specifiers that the project and its members ask for."""
    part = table(workspace, "workspace")
    manifest = table(part.get("packageJson"), "packageJson")
    for listed in (part.get("dependencies"), manifest.get("dependencies")):
        yield from (each for each in rows(listed, "dependencies") if isinstance(each, str))
    for member in table(part.get("members"), "members").values():
        if isinstance(member, dict) and "members" not in member:
            yield from _asked(member)


def _connect(found: _Entries, asked: list[str] | None) -> list[Package]:
    def meant(need: str) -> list[str]:
        key = found.specifiers.get(need, need)
        if key in found.packages:
            return [key]
        kind, _, name = need.partition(":")
        return found.by_name.get(f"{kind}:{split(name)[0]}", [])

    edges = {key: {target for need in needs for target in meant(need)} for key, needs in found.needs.items()}
    direct = None if asked is None else {key for each in asked for key in meant(each)}
    relate(found.packages, edges, direct, None)
    return list(found.packages.values())
