"""Whether something is open to everybody: to half of the Internet or more, as rules on exposure have it."""

from __future__ import annotations

from itertools import pairwise

from bartizan.network.space import EVERYWHERE_V4, EVERYWHERE_V6, NOTHING, Between, Ints, Traffic, known

_HALF_V4 = 1 << 31
_HALF_V6 = 1 << 124
"""Half of 2000::/3, the addresses that are given out."""


def is_wide(addresses: Ints) -> bool:
    """Tell whether addresses are half of the Internet or more, over IPv4 or IPv6."""
    return _size(addresses & EVERYWHERE_V4) >= _HALF_V4 or _size(addresses & EVERYWHERE_V6) >= _HALF_V6


def wide(traffic: Between[Traffic]) -> Between[Ints]:
    """Return the services that are open to everybody."""
    certain, possible = _wide(traffic.certain), _wide(traffic.possible)
    return Between(certain, possible, traffic.unknowns if certain != possible else ())


def somewhere(traffic: Between[Traffic], among: Ints) -> Between[Ints]:
    """Return the services that are open to any of some addresses."""
    certain, possible = traffic.certain.at(among), traffic.possible.at(among)
    return known(certain) if certain == possible else Between(certain, possible, traffic.unknowns)


def _wide(traffic: Traffic) -> Ints:
    """Return the services whose addresses, in all parts together, are wide."""
    found = NOTHING
    for addresses, services in traffic.parts:
        if services and not found.covers(services) and is_wide(addresses):
            found = found | services
    if len(traffic.parts) < 2:
        return found
    return found | _together(traffic, found)


def _together(traffic: Traffic, found: Ints) -> Ints:
    """Return the services that are wide only by several parts of the set."""
    edges = sorted({edge for _, services in traffic.parts for low, high in services.spans for edge in (low, high + 1)})
    more: list[tuple[int, int]] = []
    for low, after in pairwise(edges):
        if low in found:
            continue
        held = [addresses for addresses, services in traffic.parts if low in services]
        if len(held) > 1 and is_wide(Ints.of(span for addresses in held for span in addresses.spans)):
            more.append((low, after - 1))
    return Ints.of(more)


def _size(of: Ints) -> int:
    return sum(high - low + 1 for low, high in of.spans)


def family(v6: bool) -> Ints:
    """Return all addresses of a family."""
    return EVERYWHERE_V6 if v6 else EVERYWHERE_V4
