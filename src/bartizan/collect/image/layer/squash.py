"""What layers come to, one on top of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bartizan.collect.image.layer.path import parent, through
from bartizan.collect.image.layer.table import Brought, Table


def squashed(layers: Sequence[Brought]) -> dict[str, int]:
    """Return the rows of the files that are left, by path. `layers` begin with the lowest.

    Source: the OCI image specification, "Image Layer Filesystem Changeset", on applying changesets and whiteouts.
    """
    effective: dict[str, int] = {}
    over: set[str] = set()
    """Paths at which there is something else now than a file of a layer below."""
    covering: set[str] = set()
    """Paths below which nothing of a layer below is left."""
    for layer in reversed(layers):
        hidden = _Hidden(effective, covering)
        new = {
            path: row
            for path, row in layer.files.items()
            if path not in effective and path not in over and not hidden.within(parent(path))
        }
        effective.update(new)
        over.update(layer.directories, layer.links, layer.others, layer.removed)
        covering.update(layer.links, layer.others, layer.removed, layer.opaque)
        covering.update(layer.files.keys() - effective.keys())  # one that is hidden itself still hides what is below
    return effective


class _Hidden:
    """Answers whether a directory of a layer is hidden by the layers above it; asked once for each."""

    def __init__(self, files: dict[str, int], covering: set[str]) -> None:
        self._files, self._covering = files, covering
        self._known: dict[str, bool] = {"": "" in covering}

    def within(self, directory: str) -> bool:
        asked: list[str] = []
        while (known := self._known.get(directory)) is None:
            asked.append(directory)
            directory = parent(directory)
        for each in reversed(asked):
            known = self._known[each] = known or each in self._covering or each in self._files
        return known


def link_below(layers: Sequence[Brought], table: Table) -> list[str]:
    """Give hard links to files of layers below the rows of those; return the links that lead to nothing."""
    lost: list[str] = []
    for number, layer in enumerate(layers):
        for path, target in layer.pending.items():
            row = next((low.files[target] for low in reversed(layers[: number + 1]) if target in low.files), None)
            if row is None:
                lost.append(path)
            else:
                layer.files[path] = table.copy(row, number)
        layer.pending.clear()
    return lost


def settle(layers: Sequence[Brought]) -> None:
    """Move what a layer writes below a symbolic link, `bin/x`, to where the link leads: `usr/bin/x`.

    So do engines, which unpack a layer on top of those below it. Few images have such paths.
    """
    folders = {folder for layer in layers for folder in _folders(layer)}
    if all(folders.isdisjoint(layer.links) for layer in layers):
        return
    below: dict[str, str] = {}
    for layer in layers:
        for paths in (layer.directories, layer.files.keys(), layer.others, layer.removed):
            for path in below.keys() & paths:
                del below[path]
        below.update(layer.links)
        _move(layer, below)


def _folders(layer: Brought) -> Iterator[str]:
    seen: set[str] = set()
    for paths in (layer.files, layer.removed, layer.opaque, layer.links):
        for path in paths:
            folder = path if paths is layer.opaque else parent(path)
            while folder and folder not in seen:
                seen.add(folder)
                yield folder
                folder = parent(folder)


def _move(layer: Brought, links: dict[str, str]) -> None:
    places: dict[str, str] = {}

    def moved(path: str) -> str:
        folder, slash, name = path.rpartition("/")
        if folder not in places:
            places[folder] = through(folder, links.get)
        place = places[folder]
        return f"{place}/{name}" if place else name if slash else path

    layer.files = {moved(path): row for path, row in layer.files.items()}
    layer.links = {moved(path): target for path, target in layer.links.items()}
    layer.removed = {moved(path) for path in layer.removed}
    layer.directories = {moved(path) for path in layer.directories}
    layer.others = {moved(path) for path in layer.others}
    layer.opaque = {through(path, links.get) for path in layer.opaque}
