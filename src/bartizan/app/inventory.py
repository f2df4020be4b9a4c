"""What there is to read, and the keys that name it: light, for a kept report needs no more."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from typing import BinaryIO

from bartizan.app.cache import Cache, digest, program_version
from bartizan.collect.format import Format, Unit
from bartizan.collect.formats import formats
from bartizan.collect.tree import Tree, Unreadable

PIECE = 4 * 1024 * 1024
Progress = Callable[[int, int], None]
"""Told how many units are done, and of how many."""


def units(tree: Tree, only: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> list[Unit]:
    """Return the units of a tree: of the formats named in `only` or, where that is empty, of all and the optional ones
    named in `also`.
    """
    return [unit for form in formats().values() if _asked(form, tree, only, also) for unit in form.units(tree)]


def _asked(form: Format, tree: Tree, only: tuple[str, ...], also: tuple[str, ...]) -> bool:
    asked = form.id in only if only else not form.optional
    return tree.of in form.of and (asked or form.id in also)


class Contents:
    """Digests of the files of a tree, each read once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.limit = tree.limit
        self.mark = hashlib.sha256(tree.looked_for.key).hexdigest()
        """Of the key that secrets are hashed with."""
        self._digests: dict[str, str] = {}
        self.sizes: dict[str, int] = {}

    def digest(self, file: str) -> str:
        """Return the digest of a file's bytes, however many, or of why it cannot be read."""
        if file not in self._digests:
            try:
                with self._tree.open(file) as stream:
                    self._digests[file], self.sizes[file] = _digested(stream)
            except (Unreadable, OSError) as error:
                self._digests[file] = hashlib.sha256(str(error).encode()).hexdigest()
                self.sizes[file] = 0
        return self._digests[file]

    def all(self, files: tuple[str, ...]) -> list[str]:
        """Return names and digests of files."""
        return [f"{file} {self.digest(file)}" for file in files]


def _digested(stream: BinaryIO) -> tuple[str, int]:
    sha, size = hashlib.sha256(), 0
    while piece := stream.read(PIECE):
        sha.update(piece)
        size += len(piece)
    return sha.hexdigest(), size


def unit_key(unit: Unit, contents: Contents, cache: Cache) -> str | None:
    """Return the key of what a unit comes to; None where it is not known which files it reads beside its own."""
    own = own_key(unit, contents)
    also = cache.get(own)
    return None if also is None else digest(own, *contents.all(_names(also)))


def _names(also: bytes) -> tuple[str, ...]:
    return tuple(also.decode("utf-8", "surrogateescape").split("\0")) if also else ()


def own_key(unit: Unit, contents: Contents) -> str:
    """Return the key of what a unit's own files are, whatever it reads beside them."""
    programs = (f"{name} {shutil.which(name)}" for name in formats()[unit.format].programs)
    own = contents.all(unit.files)
    return digest(
        "unit",
        program_version(),
        unit.format,
        unit.root,
        unit.state,
        str(contents.limit),
        contents.mark,
        *programs,
        *own,
    )
