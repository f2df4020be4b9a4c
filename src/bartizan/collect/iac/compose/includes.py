"""Other Compose files that a file includes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.collect.resource import Spots
from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.yaml import YamlError, documents
from bartizan.core.place import Place


@dataclass(frozen=True, slots=True)
class Include:
    """Files that are included as one: the first, and those that are laid over it."""

    written: tuple[str, ...]
    place: Place
    files: tuple[str, ...]
    """The same as paths of the tree; fewer where some are not in it."""


def included_files(file: str, tree: Tree) -> list[str]:
    """Return the files of the tree that a Compose file includes; none where it cannot be read."""
    if b"include" not in tree.head(file):
        return []
    try:
        for document in documents(tree.text(file), lambda _, value: value):
            if isinstance(document.value, dict):
                return [inner for each in includes(document.value, file, document.spots, tree) for inner in each.files]
    except (Unreadable, YamlError):  # reading the file itself says so
        return []
    return []


def includes(value: dict[str, Any], file: str, spots: Spots, tree: Tree) -> Iterator[Include]:
    """Yield what the `include` of a Compose file asks for."""
    known = frozenset(tree.files)
    items = value.get("include")
    for index, item in enumerate(items if isinstance(items, list) else []):
        path = item.get("path") if isinstance(item, dict) else item
        written = tuple(each for each in (path if isinstance(path, list) else [path]) if isinstance(each, str))
        if written:
            found = (tree.inside(posixpath.dirname(file), each) for each in written)
            files = tuple(each for each in found if each is not None and each in known)
            yield Include(written, Place(file, *spots.get(f"include/{index}", (1, 1))), files)
