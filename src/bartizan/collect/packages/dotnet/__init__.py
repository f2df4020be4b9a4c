"""NuGet packages: locks, what a restore resolved, project files with central versions, and what applications say of
themselves (`*.deps.json`).

Of one directory the most exact is read: `packages.lock.json`, or else `obj/project.assets.json`, or else the project
files and `packages.config`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import of_sources, present, under, upwards
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

PROJECTS = (".csproj", ".fsproj", ".vbproj")
PROPERTIES = ("Directory.Build.props", "Directory.Packages.props", "Directory.Build.targets")
_ENDINGS = (*PROJECTS, "packages.lock.json", "project.assets.json", "packages.config", ".deps.json")


def _units(tree: Tree) -> Iterator[Unit]:
    for file in tree.files:
        if file.endswith(_ENDINGS) and of_sources(file, tree.of if not file.endswith(".deps.json") else DIRECTORY):
            yield from _unit(tree, file)


def _unit(tree: Tree, file: str) -> Iterator[Unit]:
    directory, _, name = file.rpartition("/")
    if name == "packages.lock.json" or name == "packages.config":
        yield Unit("nuget", file, (file,))
    elif name == "project.assets.json":
        home = directory.removesuffix("/obj") if directory != "obj" else ""
        if not present(tree, under(home, "packages.lock.json")):
            yield Unit("nuget", file, (file,))
    elif name.endswith(".deps.json"):
        if tree.of != DIRECTORY:
            yield Unit("nuget", file, (file,))
    elif name.endswith(PROJECTS) and not _restored(tree, directory):
        yield Unit("nuget", file, tuple(sorted({file, *_inherited(tree, file)})))


def _restored(tree: Tree, directory: str) -> bool:
    return any(present(tree, under(directory, name)) for name in ("packages.lock.json", "obj/project.assets.json"))


def _inherited(tree: Tree, file: str) -> Iterator[str]:
    """Yield the files whose properties and versions a project inherits: of each name the nearest above it."""
    for name in PROPERTIES:
        for directory in upwards(file):
            if present(tree, under(directory, name)):
                yield under(directory, name)
                break


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.dotnet.nuget import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    name = entry.path.rpartition("/")[2]
    if name.endswith(".deps.json"):
        return True
    return (name.endswith(_ENDINGS) or name in PROPERTIES) and of_sources(entry.path, IMAGE)


FORMAT = Format(id="nuget", title="NuGet", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants)
