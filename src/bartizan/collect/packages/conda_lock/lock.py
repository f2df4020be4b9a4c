"""Locked environments of conda as packages; what is there for several platforms is one package where all is the same.

Packages of pip come first: where both tell of the same package in the same version, that one is kept, for advisories
are about it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import (
    LockFile,
    Misshapen,
    opened,
    optional,
    reading,
    rows,
    table,
    word,
    word_or_none,
)
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.conda_environment.reading import wished
from bartizan.collect.packages.conda_environment.spec import Spec, of_url
from bartizan.collect.packages.python_manifest.origin import purl_from
from bartizan.collect.packages.python_manifest.requirement import normal, parsed
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_MD5 = re.compile(r"#(?:md5:|sha256:)?([0-9a-f]{32}(?:[0-9a-f]{32})?)\s*$")
_RUNNING = frozenset({"main", "default", "prod", "production"})
Spots = Mapping[str, tuple[int, int]]


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock, of whichever tool."""
    lock = opened(tree, unit.root)
    also: list[str] = []
    if unit.root.endswith("pixi.lock"):
        packages = _pixi(lock)
    elif unit.root.endswith((".yml", ".yaml")):
        packages = _conda_lock(lock, tree, also)
    else:
        packages = _explicit(lock)
    packages.sort(key=lambda package: package.ecosystem != "PyPI")
    return reading(packages, lock.gaps, also)


def _explicit(lock: LockFile) -> list[Package]:
    packages = []
    for number, line in enumerate(lock.text.splitlines(), 1):
        text = line.strip()
        if not text or text.startswith(("#", "@")):
            continue
        found = of_url(text)
        if found is None:
            lock.gap("The line is no URL of a package of conda; write the file anew.", number, about="line")
            continue
        digest = _MD5.search(text)
        kind = "md5" if digest and len(digest[1]) == 32 else "sha256"
        made = _package(lock, found, number, (f"{kind}:{digest[1]}",) if digest else ())
        made.needed_by = NOT_TOLD
        packages.append(made)
    return packages


def _package(lock: LockFile, found: Spec, line: int, checksums: tuple[str, ...]) -> Package:
    return Package(
        ecosystem="Conda",
        name=found.name,
        version=found.version,
        place=lock.place(line),
        checksums=checksums,
        purl=found.purl,
    )


def _digests(value: Any) -> tuple[str, ...]:
    hashes = value if isinstance(value, dict) else {}
    return tuple(f"{kind}:{hashes[kind]}" for kind in ("sha256", "md5") if isinstance(hashes.get(kind), str))


def _conda_lock(lock: LockFile, tree: Tree, also: list[str]) -> list[Package]:
    data, spots = lock.yaml()
    packages: dict[str, Package] = {}
    edges: dict[str, set[str]] = {}
    for number, entry in enumerate(lock.shaped(lambda: rows(data.get("package"), "package"))):
        line = spots.get(f"package/{number}", (1, 1))[0]
        try:
            entry = table(entry, "a package")
            platform = str(entry.get("platform"))
            made = _of_entry(lock, entry, line)
            key = f"{platform} {normal(made.name)}"
            packages[key] = made
            edges[key] = {f"{platform} {normal(need)}" for need in table(entry.get("dependencies"), "dependencies")}
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", line, about="package")
    names = _wished(lock, tree, data, also)
    direct = None if names is None else {key for key in packages if key.partition(" ")[2] in names}
    relate(packages, edges, direct, None)
    return list(packages.values())


def _of_entry(lock: LockFile, entry: dict[str, Any], line: int) -> Package:
    name, version = word(entry.get("name"), "a name"), word(str(entry.get("version") or ""), "a version")
    url = word_or_none(entry.get("url")) or ""
    if entry.get("manager") == "pip":
        made = Package(
            ecosystem="PyPI",
            name=normal(name),
            version=version,
            place=lock.place(line),
            checksums=_digests(entry.get("hash")),
            purl=purl_from(normal(name), version, url=url if "pythonhosted" not in url else ""),
        )
    else:
        found = of_url(url)
        known = Spec(
            name=name.lower(),
            version=version,
            build=found.build if found else "",
            channel=found.channel if found else "",
            subdir=found.subdir if found else "",
        )
        made = _package(lock, known, line, _digests(entry.get("hash")))
    category = entry.get("category")
    made.development = category not in _RUNNING if isinstance(category, str) else NOT_TOLD
    return made


def _wished(lock: LockFile, tree: Tree, data: dict[str, Any], also: list[str]) -> Collection[str] | None:
    """Return the names that the files ask for of which the lock was made; None where they cannot be read."""
    metadata = data.get("metadata")
    sources = metadata.get("sources") if isinstance(metadata, dict) else None
    names: set[str] = set()
    for source in sources if isinstance(sources, list) else ():
        path = tree.inside(lock.file.rpartition("/")[0], source) if isinstance(source, str) else None
        environment = optional(tree, path) if path and path.endswith((".yml", ".yaml")) else None
        if environment is None:
            return None
        also.append(environment.file)
        names |= {normal(package.name) for package in wished(environment)}
        if environment.gaps:
            return None
    return names or None


def _pixi(lock: LockFile) -> list[Package]:
    data, spots = lock.yaml()
    packages: dict[str, Package] = {}
    needs: dict[str, list[str]] = {}
    for number, entry in enumerate(lock.shaped(lambda: rows(data.get("packages"), "packages"))):
        line = spots.get(f"packages/{number}", (1, 1))[0]
        try:
            made, asked = _of_pixi(lock, table(entry, "a package"), line)
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", line, about="package")
            continue
        if made is not None:
            packages[str(number)] = made
            needs[str(number)] = asked
    by_name: dict[str, list[str]] = {}
    for key, package in packages.items():
        by_name.setdefault(normal(package.name), []).append(key)
    relate(
        packages,
        {key: {to for need in asked for to in by_name.get(need, ())} for key, asked in needs.items()},
        None,
        None,
    )
    return list(packages.values())


def _of_pixi(lock: LockFile, entry: dict[str, Any], line: int) -> tuple[Package | None, list[str]]:
    """Return a package with the names of what it needs; None for a part of the project."""
    kind = word_or_none(entry.get("kind"))
    url = word_or_none(entry.get("conda") or entry.get("pypi") or entry.get("url")) or ""
    digests = tuple(f"{each}:{entry[each]}" for each in ("sha256", "md5") if isinstance(entry.get(each), str))
    if "pypi" in entry or kind == "pypi":
        name = normal(word(entry.get("name"), "a name"))
        version = word_or_none(entry.get("version")) or Unknown("it is worked out when the package is built")
        if "://" not in url:
            return None, []
        made = Package(
            ecosystem="PyPI", name=name, version=version, place=lock.place(line), checksums=digests,
            purl=purl_from(name, version, url=url if "pythonhosted" not in url else ""),
        )  # fmt: skip
        return made, [
            parsed(each).name for each in rows(entry.get("requires_dist"), "requires_dist") if isinstance(each, str)
        ]
    found = of_url(url)
    if found is None:
        raise Misshapen(f"`{url[:80]}` is no URL of a package of conda")
    made = _package(lock, found, line, digests)
    licensed = word_or_none(entry.get("license"))
    made.licenses = (licensed,) if licensed else ()
    depends = [
        each.split()[0] for each in rows(entry.get("depends"), "depends") if isinstance(each, str) and each.split()
    ]
    return made, list(map(normal, depends))
