"""Values of assets, as the network engine needs them: truths, ids that links lead to, addresses and services."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Truth, Unknown, truth
from bartizan.graph.graph import Graph, led_to
from bartizan.network.aws.routes import PRIVATE
from bartizan.network.space import (
    ANY_PORT,
    ANY_SERVICE,
    EVERYWHERE,
    NOTHING,
    PORTED,
    PORTS,
    Between,
    Ints,
    addresses,
    known,
    perhaps,
    protocol,
    service,
)


@dataclass(frozen=True, slots=True)
class Led:
    """Where a link leads."""

    ids: frozenset[str]
    why: str = ""
    """Why there may be more."""
    unseen: bool = False
    """Whether nothing of it was seen, so that it may lead to anything that is declared."""

    @property
    def none(self) -> bool:
        """Whether it certainly leads nowhere."""
        return not self.ids and not self.why


def led(graph: Graph, asset: Asset, link: str) -> Led:
    """Return the ids a link leads to that are in the graph, and why there may be more."""
    value = asset.read(link)
    ids, more = led_to(value)
    there = frozenset(id for id in ids if graph.get(id) is not None)
    why = "" if more is None else f"{link} of {asset.id}: {more.why}"
    if len(there) < len(ids):
        why = why or f"{min(ids - there)} was not read"
    return Led(there, why, isinstance(value, Unknown) and not isinstance(value, Partial))


def flag(asset: Asset, name: str) -> Truth:
    """Return whether a flag is set; null is not."""
    value = asset.read(name)
    return Truth.UNKNOWN if isinstance(value, Unknown) else truth(bool(value))


def text(asset: Asset, name: str) -> str | Unknown | None:
    """Return a text."""
    value = asset.read(name)
    return value if isinstance(value, Unknown) or value is None else str(value)


def number(asset: Asset, name: str) -> int | Unknown | None:
    """Return a whole number; what is none is unknown."""
    value = asset.read(name)
    if isinstance(value, Unknown) or value is None:
        return value
    try:
        return int(float(value))
    except (TypeError, ValueError, OverflowError):
        return Unknown(f"{name} of {asset.id} is no number")


def why(asset: Asset, name: str, value: Unknown) -> str:
    """Return, in one line, why a value is not known."""
    return f"{name} of {asset.id} is not known: {value.why}"


def ranges(asset: Asset, name: str, bounded: Truth = Truth.UNKNOWN) -> Between[Ints]:
    """Return a set-valued attribute of address ranges; `bounded`: YES where they are certainly not all the Internet."""
    value = asset.read(name)
    written = value.known if isinstance(value, Partial) else () if isinstance(value, Unknown) else value or ()
    found, problems = read_ranges(written, asset.id)
    most = EVERYWHERE if problems else NOTHING
    if isinstance(value, Unknown):
        problems = (*problems, why(asset, name, value))
        most = most | (PRIVATE if bounded is Truth.YES else EVERYWHERE)
    return Between(found, found | most, problems) if problems else known(found)


def read_ranges(written: Iterable[object], of: str) -> tuple[Ints, tuple[str, ...]]:
    """Return the addresses of several texts, and what is wrong with those that cannot be read."""
    read = [addresses(str(each)) for each in written]
    found = Ints.of(span for each, _ in read for span in each.spans)
    return found, tuple(f"{of}: {problem}" for _, problem in read if problem)


def services(asset: Asset, kind: str, low: str, high: str) -> Between[Ints]:
    """Return the services that a protocol and two ports stand for, as rules of AWS write them."""
    named, start, end = text(asset, kind), number(asset, low), number(asset, high)
    if isinstance(named, Unknown):
        return perhaps(ANY_SERVICE, why(asset, kind, named))
    proto, problem = protocol(named or "all")
    if problem:
        return perhaps(ANY_SERVICE, f"{asset.id}: {problem}")
    if proto is None or (proto not in PORTED and proto not in _ICMP):
        return known(service(proto))
    for name, each in ((low, start), (high, end)):
        if isinstance(each, Unknown):
            return perhaps(service(proto), why(asset, name, each))
    return _between(asset, proto, start, end)


_ICMP = frozenset({1, 58})


def _between(asset: Asset, proto: int, start: int | Unknown | None, end: int | Unknown | None) -> Between[Ints]:
    """Return the services of a protocol between two ports; for ICMP they are a type and a code, -1 for all."""
    low = start if isinstance(start, int) else -1
    high = end if isinstance(end, int) else -1
    if low == -1:  # of ICMP all types; TCP and UDP name their ports, or the API refuses the rule
        return known(service(proto)) if proto in _ICMP else _bad(asset, proto)
    if proto in _ICMP:
        codes = (low * 256, low * 256 + 255) if high == -1 else (low * 256 + high, low * 256 + high)
        return known(service(proto, Ints((codes,)))) if 0 <= codes[0] <= codes[1] < PORTS else _bad(asset, proto)
    if not 0 <= low <= high < PORTS:
        return _bad(asset, proto)
    return known(service(proto, ANY_PORT & Ints(((low, high),))))


def _bad(asset: Asset, proto: int) -> Between[Ints]:
    return perhaps(service(proto), f"the ports of {asset.id} are no range; they go from 0 to 65535, the lower first")
