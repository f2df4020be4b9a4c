"""The files of an image as a tree has them: also as they were up to a layer, and those that are gone."""

from __future__ import annotations

import errno
import hashlib
import io
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from bartizan.collect.image.layer.facts import About
from bartizan.collect.image.layer.spool import Kept
from bartizan.collect.image.layer.squash import squashed
from bartizan.collect.image.layer.table import NOT_KEPT, Brought, Table
from bartizan.collect.tree import Tree

ABOUT = "<image>"
"""Stands for what the image tells of itself, where files are named: its content changes whenever that does."""
_PIECE = 1 << 20
_GONE = re.compile(r"<layer (\d{1,5})>/(.+)", re.DOTALL)
_HELD = "its content was not kept, for nothing asked for it when the layers were read"


@dataclass(frozen=True, slots=True)
class ImageFiles:
    """Storage for the files of an image. It can be handed to other processes."""

    spool: Path
    table: Table
    rows: dict[str, int]
    """Of the files there are, by path."""
    layers: tuple[Brought, ...]
    about: About

    def open(self, file: str) -> BinaryIO:
        """Open a file whose content was kept."""
        if file == ABOUT:
            return io.BytesIO(self._mark())
        row = self._row(file)
        if self.table.starts[row] == NOT_KEPT:
            raise OSError(errno.ENODATA, _HELD, file)
        return Kept(self.spool, self.table.starts[row], self.table.sizes[row]).open()

    def size(self, file: str) -> int:
        """Return how many bytes a file has."""
        return len(self._mark()) if file == ABOUT else self.table.sizes[self._row(file)]

    def mode(self, file: str) -> int:
        """Return the permission bits of a file."""
        return self.table.modes[self._row(file)]

    def owner(self, file: str) -> int:
        """Return the user id of who owns a file."""
        return self.table.owners[self._row(file)]

    def row(self, file: str) -> int | None:
        """Return the row of a file, also of one that is gone (`<layer N>/PATH`); None where there is none."""
        row = self.rows.get(file)
        gone = _GONE.match(file) if row is None else None
        if gone is None or not 0 < int(gone[1]) <= len(self.layers):
            return row
        return self.layers[int(gone[1]) - 1].files.get(gone[2])

    def _row(self, file: str) -> int:
        row = self.row(file)
        if row is None:
            raise FileNotFoundError(errno.ENOENT, "there is no such file in the image", file)
        return row

    def _mark(self) -> bytes:
        """Return a digest of all that is known of the image: the configuration itself may hold secrets."""
        return hashlib.sha256(repr(self.about).encode("utf-8", "surrogatepass")).hexdigest().encode()


def image_files(tree: Tree) -> ImageFiles | None:
    """Return what holds the files of an image; None for any other tree."""
    return tree.storage if isinstance(tree.storage, ImageFiles) else None


def layer_of(tree: Tree, file: str) -> str | None:
    """Return the digest of the layer that a file of an image is from; None for any other tree, or no such file."""
    files = image_files(tree)
    row = files.row(file) if files is not None else None
    return None if files is None or row is None else files.about.layers[files.table.layers[row]].digest


def versions(tree: Tree, file: str) -> tuple[int, ...]:
    """Return the positions, from the lowest up, of the layers that wrote a file, up to the one it is from.

    Only those since it was last gone: a file that is deleted and made again in another layer begins anew.
    """
    files = image_files(tree)
    if files is None or file not in files.rows:
        return ()
    found: list[int] = []
    for number in range(files.table.layers[files.rows[file]], -1, -1):
        layer = files.layers[number]
        if file in layer.files:
            found.append(number)
        elif _gone(file, layer):
            break
    return tuple(reversed(found))


def _gone(file: str, layer: Brought) -> bool:
    parts = file.split("/")
    above = {"/".join(parts[:count]) for count in range(1, len(parts))}
    return file in layer.removed or not above.isdisjoint(layer.removed) or not above.isdisjoint(layer.opaque)


def at(tree: Tree, layer: int) -> Tree:
    """Return the files of an image as they were with the layer at this position as the uppermost."""
    files = image_files(tree)
    if files is None:
        return tree
    rows = squashed(files.layers[: layer + 1])
    return _seen_as(tree, replace(files, rows=rows), rows)


def removed(tree: Tree) -> Tree:
    """Return the contents that layers above have deleted or replaced: whoever pulls the image can still read them.

    Their paths are `<layer N>/PATH`, counted from 1, by which the tree of the image itself reads them too, though it
    does not list them; `layer_of` tells the layer of each. One that was brought again with the same content is none.
    """
    files = image_files(tree)
    if files is None:
        return replace(tree, files=(), gaps=(), heads={})
    rows = {
        f"<layer {number}>/{path}": row
        for number, layer in enumerate(files.layers, 1)
        for path, row in layer.files.items()
        if files.table.starts[row] != NOT_KEPT and files.rows.get(path) != row and not _again(files, path, row)
    }
    return _seen_as(tree, replace(files, rows=rows), rows)


def _again(files: ImageFiles, path: str, row: int) -> bool:
    other = files.rows.get(path)
    table = files.table
    if other is None or table.starts[other] == NOT_KEPT or table.sizes[other] != table.sizes[row]:
        return False
    with _kept(files, row).open() as one, _kept(files, other).open() as two:
        while piece := one.read(_PIECE):
            if piece != two.read(_PIECE):
                return False
    return True


def _kept(files: ImageFiles, row: int) -> Kept:
    return Kept(files.spool, files.table.starts[row], files.table.sizes[row])


def _seen_as(tree: Tree, storage: ImageFiles, rows: dict[str, int]) -> Tree:
    return replace(tree, files=tuple(sorted(rows)), storage=storage, gaps=(), heads={})
