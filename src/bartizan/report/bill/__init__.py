"""Bills of materials: a module of this package per format. The same bill gives the same bytes, at any time anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TextIO

from bartizan.core.bill import Bill


@dataclass(frozen=True, slots=True, kw_only=True)
class BillFormat:
    """One way to write a bill of materials. The module that declares it is named like its id."""

    id: str
    title: str
    write: Callable[[Bill, TextIO], None]
    """Raises nothing of its own; what the stream raises passes through."""


def ids() -> tuple[str, ...]:
    """Return the ids of all formats, sorted."""
    return ("cyclonedx", "spdx")


def load(id: str) -> BillFormat:
    """Import and return a format."""
    format: BillFormat = import_module(f"{__name__}.{id}").FORMAT
    return format
