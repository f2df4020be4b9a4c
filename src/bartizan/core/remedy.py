"""Remedies: the value of an attribute that takes a way of attack away. Where it is written follows from the sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bartizan.core.kind import Asset, LinkTerm, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """What to set an attribute to."""

    of: Term[Any]
    to: object
    """The good value. For a set of texts: the members that are to go, as a frozenset."""
    title: str
    """What that does: "Run the container without privileges"."""
    effort: float = 1.0
    """What it takes: 1 for a setting that nothing should rest on, more for what may be in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """An attribute that follows from settings of other assets, which are what to change."""

    of: Term[Any]
    along: tuple[tuple[LinkTerm[Any, Any], ...], ...]
    """Chains of links, each from the asset to such others; all that are led to are changed."""
    to: type[Asset]
    """The kind of asset that has the settings."""
    settings: tuple[Term[Any], ...]
    """Attributes of those that have a remedy."""
