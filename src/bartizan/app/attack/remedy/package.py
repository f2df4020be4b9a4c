"""Raises a package to the version that fixes most of what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from posixpath import basename, dirname, join

from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.pins import LOCKS, command, raised
from bartizan.content.kinds.software.package import Package
from bartizan.core.attack import Edit
from bartizan.core.vulnerability import Vulnerability
from bartizan.vulnerability.remedy import Fixes


@dataclass(frozen=True, slots=True)
class Raised:
    """How a package is raised."""

    title: str
    edits: tuple[Edit, ...] = ()
    manual: str = ""


def raise_version(work: Workspace, package: Package, known: Sequence[Vulnerability]) -> Raised:
    """Raise a package in the file that pins it, or tell by which command."""
    name, version = str(package.read("name")), str(package.read("version"))
    target, _ = Fixes.of(str(package.read("ecosystem")), known, {}).best()
    told = package.read("remedy")
    if not target:
        advice = told if isinstance(told, str) else f"Replace {name} {version}: no version is known that fixes it."
        return Raised(f"Replace {name} {version}", manual=advice)
    title = f"Raise {name} {version} to {target}"
    file = package.place.file if package.place else ""
    locked = _lock(work, file)
    if locked:
        run = command(locked, name, target) or command(basename(file), name, target)
        manual = f"Run `{run}` in {dirname(file) or '.'}: {locked} has checksums, so its own tool has to write it."
        return Raised(title, manual=manual)
    try:
        work.change(file, lambda path, text: raised(path, text, name, version, target))
    except Refused as refused:
        return Raised(title, manual=f"{told if isinstance(told, str) and told else title + '.'} {refused}")
    return Raised(title, work.edits())


def _lock(work: Workspace, file: str) -> str:
    """Return the name of the lock file that a file is or has beside it; empty where there is none."""
    if basename(file).lower() in LOCKS:
        return basename(file)
    if basename(file) not in ("package.json", "pyproject.toml"):
        return ""
    beside = {each for each in work.sources.files if dirname(each) == dirname(file)}
    return next((name for name in LOCKS if join(dirname(file), name) in beside), "")
