"""Python projects without a lock file: `pyproject.toml`, `setup.cfg` and `setup.py`, which is never executed.

A project with a lock file beside it, or one that is a member of a uv workspace, is told of by that lock file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import of_sources, present, under, upwards
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree, Unreadable

MANIFESTS = ("pyproject.toml", "setup.cfg", "setup.py")
LOCKS = ("poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "pylock.toml")
_MEMBER = re.compile(r'(?:editable|virtual|directory)\s*=\s*"([^"\n]+)"')
_OTHERS = ("site-packages/", "dist-packages/")


def sources(path: str, of: str) -> bool:
    """Return whether a file there is one of the project, not of something installed."""
    return of_sources(path, of) and not any(each in path for each in _OTHERS)


def _units(tree: Tree) -> Iterator[Unit]:
    found: dict[str, list[str]] = defaultdict(list)
    workspaces: dict[str, frozenset[str]] = {}
    for file in tree.files:
        if file.endswith(MANIFESTS):
            directory, _, name = file.rpartition("/")
            if name in MANIFESTS and sources(file, tree.of):
                found[directory].append(file)
    for directory, files in found.items():
        if not any(present(tree, under(directory, lock)) for lock in LOCKS) and not _member(
            tree, directory, workspaces
        ):
            yield Unit(
                "python-manifest", min(files, key=lambda file: MANIFESTS.index(file.rpartition("/")[2])), tuple(files)
            )


def _member(tree: Tree, directory: str, workspaces: dict[str, frozenset[str]]) -> bool:
    for above in upwards(directory):
        if above not in workspaces:
            workspaces[above] = _members(tree, above)
        if directory in workspaces[above]:
            return True
    return False


def _members(tree: Tree, directory: str) -> frozenset[str]:
    """Return the directories of a uv workspace."""
    lock = under(directory, "uv.lock")
    try:
        text = tree.text(lock) if present(tree, lock) else ""
    except Unreadable:
        return frozenset()
    paths = (tree.inside(directory, found[1]) for found in _MEMBER.finditer(text))
    return frozenset(path for path in paths if path is not None)


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.python_manifest.reading import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.rpartition("/")[2] in (*MANIFESTS, "uv.lock") and sources(entry.path, IMAGE)


FORMAT = Format(
    id="python-manifest",
    title="Python projects without a lock",
    units=_units,
    read=_read,
    of=(DIRECTORY, ROOTFS, IMAGE),
    wants=_wants,
)
