"""Formats: how a kind of file is recognised and read. One format is one module of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, Tree


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that are read together, because they may refer to each other."""

    format: str
    root: str
    """Directory or file relative to the scanned root; empty for the root itself."""
    files: tuple[str, ...]
    """Relative to the scanned root, sorted."""
    state: str = ""
    """What it depends on that is no file of the tree, such as the commits of a repository."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a layer, as it goes by in a stream."""

    path: str
    size: int
    mode: int
    """Permission bits, with those for setuid and setgid."""
    head: bytes
    """Its first 64 KiB."""


Wanted = bool | tuple[bytes, ...]
"""Whether a file's content is needed; texts of bytes: only if one of them occurs in it."""


def nothing(entry: Entry) -> Wanted:
    """Want no content."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of files that tell of assets."""

    id: str
    """`terraform`, `cloudformation`, `kubernetes` ..."""
    title: str
    units: Callable[[Tree], Iterable[Unit]]
    """Picks the files of a tree that are of this format. Reads as little of them as it can."""
    read: Callable[[Unit, Tree], Reading]
    """Reads a unit. Raises nothing for bad input: what could not be read is a gap."""
    of: tuple[str, ...] = (DIRECTORY,)
    """What trees it is read in: sources (`directory`), `rootfs`, `image`."""
    wants: Callable[[Entry], Wanted] = nothing
    """For a format of images: which files of a layer it needs the content of. Layers are read as streams, and of a
    file that nobody wants there is only the name."""
    optional: bool = False
    """Whether it is read only when asked for by name."""
    programs: tuple[str, ...] = ()
    """Programs it uses where they are installed: what is read depends on them."""
