"""What is known of each file of each layer, in columns: an image may hold millions of them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

NOT_KEPT = -1


@dataclass(slots=True)
class Table:
    """One row for each regular file that some layer brings."""

    sizes: array[int] = field(default_factory=lambda: array("Q"))
    modes: array[int] = field(default_factory=lambda: array("H"))
    owners: array[int] = field(default_factory=lambda: array("Q"))
    starts: array[int] = field(default_factory=lambda: array("q"))
    """Where the content is in the spool, or `NOT_KEPT`."""
    layers: array[int] = field(default_factory=lambda: array("H"))
    """The position of the layer, from 0 for the lowest."""

    def __len__(self) -> int:
        return len(self.sizes)

    def add(self, size: int, mode: int, owner: int, start: int, layer: int) -> int:
        """Add a row and return its number."""
        self.sizes.append(size)
        self.modes.append(mode)
        self.owners.append(owner & 0xFFFFFFFFFFFFFFFF)
        self.starts.append(start)
        self.layers.append(layer)
        return len(self.sizes) - 1

    def copy(self, row: int, layer: int) -> int:
        """Add a row like another one, for a hard link, and return its number."""
        return self.add(self.sizes[row], self.modes[row], self.owners[row], self.starts[row], layer)


@dataclass(slots=True)
class Brought:
    """What one layer brings, and what it takes away. Paths are relative to the root, without `./`."""

    files: dict[str, int] = field(default_factory=dict)
    """Rows of the regular files."""
    directories: set[str] = field(default_factory=set)
    links: dict[str, str] = field(default_factory=dict)
    """Symbolic links and where they lead, as written."""
    others: set[str] = field(default_factory=set)
    """Devices, pipes: nothing to read, but they hide what is below."""
    removed: set[str] = field(default_factory=set)
    """What the layers below had there is gone."""
    opaque: set[str] = field(default_factory=set)
    """Directories of which nothing that the layers below had in them is left."""
    pending: dict[str, str] = field(default_factory=dict)
    """Hard links to files of layers below."""

    def put(self, path: str, into: set[str] | None = None) -> None:
        """Let something new be at a path, in place of what the same layer had there."""
        self.files.pop(path, None)
        self.links.pop(path, None)
        self.pending.pop(path, None)
        for kind in (self.directories, self.others):
            if kind is not into:
                kind.discard(path)
        if into is not None:
            into.add(path)
