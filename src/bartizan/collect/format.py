"""Formats: how a kind of file is recognised and read. One format is one module of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that are read together, because they may refer to each other."""

    format: str
    root: str
    """Directory or file relative to the scanned root; empty for the root itself."""
    files: tuple[str, ...]
    """Relative to the scanned root, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that declares infrastructure."""

    id: str
    """`terraform`, `cloudformation`, `kubernetes` ..."""
    title: str
    units: Callable[[Tree], Iterable[Unit]]
    """Picks the files of a tree that are of this format. Reads as little of them as it can."""
    read: Callable[[Unit, Tree], Reading]
    """Reads a unit. Raises nothing for bad input: what could not be read is a gap."""
    programs: tuple[str, ...] = ()
    """Programs it uses where they are installed: what is read depends on them."""
