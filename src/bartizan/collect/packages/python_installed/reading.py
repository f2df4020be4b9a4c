"""Installed Python packages of one directory."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import Misshapen, reading
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.python_installed.metadata import Metadata, metadata, recorded, required
from bartizan.collect.packages.python_manifest.marker import holds
from bartizan.collect.packages.python_manifest.origin import purl_from
from bartizan.collect.packages.python_manifest.requirement import Requirement, normal, parsed
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Truth

_NAMED = re.compile(
    r"([A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?)-([^-]+?)(?:-py[\d.]+)?(?:-[\w.-]+)?\.(?:dist-info|egg-info|egg)$"
)
_PYTHON = re.compile(r"(?:^|/)python(3\.\d+)(?:/|$)")
_WRITES_REQUESTED = frozenset({"pip"})
"""Installers that note what was asked for by whoever installed it. uv notes it for all there is."""


@dataclass(slots=True)
class _Installed:
    """One installed package while it is read."""

    package: Package
    requires: list[Requirement]
    installer: str
    requested: bool
    extras: set[str] = field(default_factory=set)
    """Extras of it that others ask for."""


def read(unit: Unit, tree: Tree) -> Reading:
    """Read what is installed in a directory."""
    homes: dict[str, dict[str, str]] = defaultdict(dict)
    for file in unit.files:
        home, _, name = file.rpartition("/")
        if file.endswith(".egg-info"):
            home, name = file, "PKG-INFO"
        homes[home.removesuffix("/EGG-INFO")][name] = file
    gaps: list[Gap] = []
    found = [made for home, files in homes.items() if (made := _installed(tree, home, files, gaps)) is not None]
    _connect(found, _machine(unit.root))
    _asked(found)
    return reading([each.package for each in found], gaps)


def _installed(tree: Tree, home: str, files: dict[str, str], gaps: list[Gap]) -> _Installed | None:
    file = files.get("METADATA") or files.get("PKG-INFO")
    told = metadata(_text(tree, file, gaps)) if file else Metadata()
    directory = home.rpartition("/")[2]
    if directory.startswith(("~", "-")):
        return None  # what pip left of a package that it replaced
    named = _NAMED.match(directory)
    name = told.name or (named[1] if named else "")
    version = told.version or (named[2] if named else "")
    if not name or not version or not re.match(r"[A-Za-z0-9]", name):
        why = "The installed package tells no name or no version; install it anew."
        gaps.append(Gap(file or home, why, about=directory))
        return None
    requires = told.requires or list(required(_text(tree, files.get("requires.txt"), gaps)))
    name = normal(name)
    package = Package(
        ecosystem="PyPI",
        name=name,
        version=version,
        place=Place(file or next(iter(files.values())), told.line),
        licenses=told.licenses,
        modules=_modules(tree, files, gaps),
        purl=_purl(_text(tree, files.get("direct_url.json"), gaps), name, version),
    )
    installer = _text(tree, files.get("INSTALLER"), gaps).strip().lower()
    return _Installed(package, list(_requirements(requires)), installer, "REQUESTED" in files)


def _text(tree: Tree, file: str | None, gaps: list[Gap]) -> str:
    """Return the text of a file; old metadata is in whatever encoding its author had."""
    if file is None:
        return ""
    try:
        return tree.read(file).decode("utf-8", "replace")
    except Unreadable as error:
        gaps.append(Gap(file, str(error)))
        return ""


def _requirements(texts: list[str]) -> list[Requirement]:
    found = []
    for text in texts:
        try:
            found.append(parsed(text))
        except Misshapen:
            continue  # it only tells who needs whom, and installers pass over it too
    return found


def _modules(tree: Tree, files: dict[str, str], gaps: list[Gap]) -> tuple[str, ...] | None:
    found = recorded(_text(tree, files["RECORD"], gaps)) if "RECORD" in files else None
    if found is None and "top_level.txt" in files:
        lines = map(str.strip, _text(tree, files["top_level.txt"], gaps).splitlines())
        found = tuple(line.replace("/", ".") for line in lines if line) or None
    return found


def _purl(text: str, name: str, version: str) -> str:
    """Return the package URL of a package that was installed from a URL."""
    try:
        told = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return ""
    told = told if isinstance(told, dict) else {}
    url = told.get("url")
    if not isinstance(url, str) or url.startswith("file:"):
        return ""
    vcs = told.get("vcs_info")
    if isinstance(vcs, dict):
        return purl_from(name, version, vcs=f"{vcs.get('vcs')}+{url}@{vcs.get('commit_id')}")
    return purl_from(name, version, url=url)


def _machine(directory: str) -> dict[str, str]:
    """Return what a directory tells of the machine that imports from it: Python for Windows has another layout."""
    found = _PYTHON.search(directory)
    if not found:
        return {}
    return {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux", "python_version": found[1]}


def _connect(found: list[_Installed], machine: dict[str, str]) -> None:
    """Tell who needs whom, with the extras that are asked for."""
    by_name = {each.package.name: each for each in found}
    changed = True
    while changed:
        changed = False
        for each in found:
            for need in each.requires:
                target = by_name.get(need.name)
                if target is None or holds(need.marker, each.extras, (), machine) is Truth.NO:
                    continue
                if not need.extras <= target.extras:
                    target.extras |= need.extras
                    changed = True
                if target is not each and isinstance(target.package.needed_by, set):
                    target.package.needed_by.add(each.package.address)


def _asked(found: list[_Installed]) -> None:
    """Tell what was asked for, where the installer noted that."""
    noted = any(each.requested and each.installer in _WRITES_REQUESTED for each in found)
    for each in found:
        if noted and each.installer in _WRITES_REQUESTED:
            each.package.direct = each.requested
        else:
            each.package.direct = NOT_TOLD
