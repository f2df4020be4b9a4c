"""Graphs of assets in formats that are drawn or read by other tools: a module of this package per format.

None of them keeps the whole text in memory, so that a graph of a million lines can be written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TextIO

from bartizan.core.attack import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFormat:
    """One way to write a graph. The module that declares it is named like its id."""

    id: str
    title: str
    write: Callable[[Picture, TextIO], None]
    """Raises nothing of its own; what the stream raises passes through."""


def ids() -> tuple[str, ...]:
    """Return the ids of all formats, sorted."""
    return ("dot", "graphml", "html", "json", "mermaid")


def load(id: str) -> PictureFormat:
    """Import and return a format."""
    format: PictureFormat = import_module(f"{__name__}.{id}").FORMAT
    return format
