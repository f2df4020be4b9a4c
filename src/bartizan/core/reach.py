"""Network reach: whether a connection can be opened from one thing to another, through what, and what stops it."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.core.place import Place
from bartizan.core.truth import Truth

INTERNET = "internet"
"""Id of the actor that everybody is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """Something on the way that lets traffic pass, or stops it: a listener, a rule, a route, a policy."""

    asset: str
    """Its id; empty for what the platform does by itself."""
    says: str
    """What it does, in one line: `allows tcp 443 from 0.0.0.0/0`."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One way from a source to a target."""

    source: str
    target: str
    """Ids of assets; the source may be `internet`."""
    protocol: str
    """`tcp`, `udp`, `sctp`, `icmp`, `icmpv6`, another's number, or `all`."""
    ports: tuple[tuple[int, int], ...] = ()
    """Ranges, both ends included, in order and apart; empty for a protocol without ports. As the target listens."""
    addresses: tuple[str, ...] = ()
    """For the Internet as source: the ranges it is open to, `0.0.0.0/0` for everyone."""
    truth: Truth = Truth.YES
    via: tuple[Via, ...] = ()
    """What it goes through, from the source on."""
    unknowns: tuple[str, ...] = ()
    """Where it is UNKNOWN: what could not be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Whether, and how, a source reaches a target."""

    source: str
    target: str
    truth: Truth
    why: str
    """One sentence."""
    passages: tuple[Passage, ...] = ()
    """All that are open, or may be."""
    stops: tuple[Via, ...] = ()
    """Where there is no passage: what stops it."""
    notes: tuple[str, ...] = ()
