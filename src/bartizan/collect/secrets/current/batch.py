"""Batches of files: big enough to be worth a task, small enough to be read again when one file changes.

Where a batch ends follows from the names of directories, not from a count from the start: a new file changes its own
batch and no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from bartizan.collect.secrets.current.choice import chosen
from bartizan.collect.tree import IMAGE, Tree

MOST_FILES = 200
MOST_BYTES = 2 * 1024 * 1024
DIRECTORIES = 8
"""Directories in a batch, on average, where they are small."""
IMAGE_FILE = 5 * 1024 * 1024
"""Bytes beyond which a file of an image is not kept for the search."""


def batches(tree: Tree) -> Iterator[tuple[str, ...]]:
    """Yield the files of a tree that are looked into."""
    batch: list[str] = []
    size = 0
    last = None
    for directory, file in sorted((file.rpartition("/")[0], file) for file in tree.files if chosen(file, tree.of)):
        large = _size(tree, file)
        if tree.of == IMAGE and not 0 < large <= IMAGE_FILE:
            continue
        full = len(batch) >= MOST_FILES or size + large > MOST_BYTES
        if batch and (full or (directory != last and crc32(directory.encode("utf-8", "replace")) % DIRECTORIES == 0)):
            yield tuple(sorted(batch))
            batch, size = [], 0
        batch.append(file)
        size += large
        last = directory
    if batch:
        yield tuple(sorted(batch))


def _size(tree: Tree, file: str) -> int:
    try:
        return tree.stored.size(file)
    except OSError:
        return 0
