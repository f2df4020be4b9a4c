"""Sets of traffic: intervals of addresses and of services, and their products, with an exact algebra.

What there is, and how it is used:

- `Ints`: a set of integers as intervals. `a | b`, `a & b`, `a - b`, `bool(a)`, `a.covers(b)`, `number in a`.
- Addresses are `Ints`: IPv4 from 0, IPv6 from `V6` on. `addresses("10.0.0.0/8")` gives `(set, problem)`, never raises;
  `cidrs(set)` gives them back as canonical CIDR blocks. `EVERYWHERE`, `EVERYWHERE_V4`, `EVERYWHERE_V6`, `NOTHING`.
- Services are `Ints` too: number of the protocol * 65536 + port (ICMP: type * 256 + code).
  `service("tcp", Ints(((80, 90),)))` makes them, `ports("80-90")` and `protocol("-1")` read their parts,
  `listed(set)` gives `(("tcp", ((80, 90),)),)`. `ANY_SERVICE` is every protocol with every port.
- `Traffic`: addresses x services, as many boxes as it takes, canonical (equal sets are equal values).
  `box(addresses, services)`, `Traffic.of([...])`, `|`, `&`, `-`, `covers`, `bool`, `at(addresses)`.
- `Between`: any of them where a rule may be unknown: `certain` is let through for sure, `possible` at most. The same
  operators, by Kleene's rules; `truth()` says whether anything is let through.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network, summarize_address_range
from typing import Generic, TypeVar

from bartizan.core.truth import Truth

Span = tuple[int, int]
"""From and to, both included."""

V6 = 1 << 33
"""Where IPv6 addresses begin: past the IPv4 ones, and not beside them."""
PORTS = 1 << 16

PROTOCOLS = {"icmp": 1, "igmp": 2, "tcp": 6, "udp": 17, "gre": 47, "esp": 50, "ah": 51, "icmpv6": 58, "sctp": 132}
"""Numbers by IANA."""
NAMES = {number: name for name, number in PROTOCOLS.items()}
PORTED = frozenset({6, 17, 33, 132, 136})
"""Protocols with ports: TCP, UDP, DCCP, SCTP, UDP-Lite."""


@dataclass(frozen=True, slots=True)
class Ints:
    """A set of integers; `spans` are in order, apart and not adjacent."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Ints:
        """Return the union of intervals in any order; one that ends before it begins is empty."""
        found: list[Span] = []
        for low, high in sorted(span for span in spans if span[0] <= span[1]):
            if found and low <= found[-1][1] + 1:
                found[-1] = (found[-1][0], max(found[-1][1], high))
            else:
                found.append((low, high))
        return cls(tuple(found))

    def __or__(self, other: Ints) -> Ints:
        if not other.spans or self.spans == other.spans:
            return self
        return Ints.of((*self.spans, *other.spans)) if self.spans else other

    def __and__(self, other: Ints) -> Ints:
        if self.spans == other.spans:
            return self
        found: list[Span] = []
        mine, theirs, at, to = self.spans, other.spans, 0, 0
        while at < len(mine) and to < len(theirs):
            low, high = max(mine[at][0], theirs[to][0]), min(mine[at][1], theirs[to][1])
            if low <= high:
                found.append((low, high))
            if mine[at][1] < theirs[to][1]:
                at += 1
            else:
                to += 1
        return Ints(tuple(found))

    def __sub__(self, other: Ints) -> Ints:
        if not self.spans or not other.spans:
            return self
        return self & other.outside(self.spans[0][0], self.spans[-1][1])

    def outside(self, low: int, high: int) -> Ints:
        """Return what is from `low` to `high` and not in the set."""
        found, start = [], low
        for begin, end in self.spans:
            if begin > start:
                found.append((start, min(begin - 1, high)))
            start = max(start, end + 1)
        return Ints(tuple(span for span in (*found, (start, high)) if span[0] <= span[1]))

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __contains__(self, number: int) -> bool:
        at = bisect_right(self.spans, number, key=lambda span: span[0]) - 1
        return at >= 0 and number <= self.spans[at][1]

    def covers(self, other: Ints) -> bool:
        """Tell whether all of `other` is in the set."""
        return (other & self).spans == other.spans


NOTHING = Ints()
EVERYWHERE_V4 = Ints(((0, (1 << 32) - 1),))
EVERYWHERE_V6 = Ints(((V6, V6 + (1 << 128) - 1),))
EVERYWHERE = EVERYWHERE_V4 | EVERYWHERE_V6
ANY_PORT = Ints(((0, PORTS - 1),))
ANY_SERVICE = Ints(((0, 256 * PORTS - 1),))


@lru_cache(maxsize=65536)
def addresses(text: str) -> tuple[Ints, str]:
    """Read a CIDR block, an address or a range `a-b`: the addresses, and what is wrong with it, if anything.

    Bits beyond the prefix are ignored, as firewalls do. `*` and the like are the caller's to know. What can not be read
    gives nothing and a sentence.
    """
    plain = text.strip()
    low, dash, high = plain.partition("-")
    try:
        if dash:
            first, last = _number(low.strip()), _number(high.strip())
            if first > last or (first < V6) != (last < V6):
                return NOTHING, f"{text!r} is no range of addresses: it ends before it begins."
            return Ints(((first, last),)), ""
        network = ip_network(plain, strict=False)
    except ValueError:
        return NOTHING, f"{text!r} is no address and no CIDR block; write it like 10.0.0.0/8."
    start = 0 if network.version == 4 else V6
    return Ints(((start + int(network.network_address), start + int(network.broadcast_address)),)), ""


def _number(text: str) -> int:
    address = ip_address(text)
    return int(address) + (0 if address.version == 4 else V6)


def cidrs(of: Ints) -> tuple[str, ...]:
    """Return addresses as the fewest CIDR blocks, IPv4 first."""
    return tuple(str(block) for low, high in of.spans for block in _blocks(low, high))


def _blocks(low: int, high: int) -> Iterator[object]:
    if low < V6:
        yield from summarize_address_range(IPv4Address(low), IPv4Address(high))
    else:
        yield from summarize_address_range(IPv6Address(low - V6), IPv6Address(high - V6))


def ports(written: object) -> tuple[Ints, str]:
    """Read a port (`80`), a range (`80-90`) or `*`: the ports, and what is wrong with it, if anything."""
    text = str(written).strip()
    if text in ("*", ""):
        return ANY_PORT, ""
    low, dash, high = text.partition("-")
    if not (low.strip().isdecimal() and (high.strip().isdecimal() or not dash)):
        return NOTHING, f"{text!r} is no port and no range of ports; write it like 8080 or 8000-8100."
    first, last = int(low), int(high if dash else low)
    if not first <= last < PORTS:
        return NOTHING, f"{text!r} is no range of ports: they go from 0 to 65535, the lower first."
    return Ints(((first, last),)), ""


def protocol(written: object) -> tuple[int | None, str]:
    """Read a protocol by name or number, None for all of them (`-1`, `*`, `all`, `any`), and what is wrong with it."""
    text = str(written).strip().lower()
    if text in ("-1", "*", "all", "any", ""):
        return None, ""
    if text in PROTOCOLS:
        return PROTOCOLS[text], ""
    if text in ("ipv6-icmp", "icmp6"):
        return PROTOCOLS["icmpv6"], ""
    if text.isdecimal() and int(text) < 256:
        return int(text), ""
    return None, f"{written!r} is no protocol; write tcp, udp, icmp or a number up to 255."


def service(of: str | int | None, at: Ints = ANY_PORT) -> Ints:
    """Return the services of a protocol (a name of `PROTOCOLS`, a number, None for all) at some of its ports.

    Some ports of all protocols are those of the protocols that have ports.
    """
    if of is None:
        return ANY_SERVICE if at == ANY_PORT else Ints.of(span for each in PORTED for span in service(each, at).spans)
    number = of if isinstance(of, int) else PROTOCOLS[of]
    if at == ANY_PORT:
        return Ints(((number * PORTS, number * PORTS + PORTS - 1),))
    return Ints(tuple((number * PORTS + low, number * PORTS + high) for low, high in at.spans))


def listed(of: Ints) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """Return services as protocols with ranges of ports: `all` where it is everything, no ports where it has none."""
    if of == ANY_SERVICE:
        return (("all", ()),)
    found: dict[int, list[Span]] = defaultdict(list)
    for low, high in of.spans:
        for number in range(low // PORTS, high // PORTS + 1):
            start = number * PORTS
            found[number].append((max(low - start, 0), min(high - start, PORTS - 1)))
    return tuple(
        (NAMES.get(number, str(number)), tuple(spans) if number in PORTED else ()) for number, spans in found.items()
    )


def said(of: Ints) -> str:
    """Return services as text: `tcp 80,443, udp 53`; `everything` where it is all."""
    if not of:
        return "nothing"
    if of == ANY_SERVICE:
        return "everything"
    return ", ".join(f"{name} {_ranges(spans)}".strip() for name, spans in listed(of)[:8])


def _ranges(spans: tuple[Span, ...]) -> str:
    if spans == ((0, PORTS - 1),):
        return ""
    return ",".join(str(low) if low == high else f"{low}-{high}" for low, high in spans)


@dataclass(frozen=True, slots=True)
class Traffic:
    """A set of pairs of an address and a service; equal sets are equal values."""

    parts: tuple[tuple[Ints, Ints], ...] = ()
    """Addresses with all services that they have in the set: apart, in order, no two with the same services."""

    @classmethod
    def of(cls, boxes: Iterable[tuple[Ints, Ints]]) -> Traffic:
        """Return the union of boxes, each of all its addresses with all its services."""
        return cls(_grouped(_swept([(addresses, services) for addresses, services in boxes if addresses and services])))

    def __or__(self, other: Traffic) -> Traffic:
        if not self.parts or self == other:
            return other
        return Traffic.of((*self.parts, *other.parts)) if other.parts else self

    def __and__(self, other: Traffic) -> Traffic:
        if self == other:
            return self
        return Traffic.of((mine & theirs, here & there) for mine, here in self.parts for theirs, there in other.parts)

    def __sub__(self, other: Traffic) -> Traffic:
        taken = Ints.of(span for addresses, _ in other.parts for span in addresses.spans)
        left = [(addresses - taken, services) for addresses, services in self.parts]
        both = ((mine & theirs, here - there) for mine, here in self.parts for theirs, there in other.parts)
        return Traffic.of((*left, *both))

    def __bool__(self) -> bool:
        return bool(self.parts)

    def covers(self, other: Traffic) -> bool:
        """Tell whether all of `other` is in the set."""
        return not (other - self)

    def at(self, addresses: Ints) -> Ints:
        """Return the services that any of some addresses has."""
        return Ints.of(span for mine, services in self.parts if mine & addresses for span in services.spans)

    def addresses(self) -> Ints:
        """Return all addresses in it."""
        return Ints.of(span for addresses, _ in self.parts for span in addresses.spans)


def box(addresses: Ints, services: Ints) -> Traffic:
    """Return all of some addresses with all of some services."""
    return Traffic(((addresses, services),)) if addresses and services else Traffic()


def _swept(boxes: list[tuple[Ints, Ints]]) -> Iterator[tuple[Span, Ints]]:
    """Yield intervals of addresses, apart and in order, each with the services it has in any of the boxes."""
    edges: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for number, (held, _) in enumerate(boxes):
        for low, high in held.spans:
            edges[low][0].add(number)
            edges[high + 1][1].add(number)
    open_now: frozenset[int] = frozenset()
    services: dict[frozenset[int], Ints] = {}
    start = 0
    for edge in sorted(edges):
        if open_now:
            if open_now not in services:
                services[open_now] = Ints.of(span for number in open_now for span in boxes[number][1].spans)
            yield (start, edge - 1), services[open_now]
        begun, ended = edges[edge]
        open_now, start = (open_now - ended) | begun, edge


def _grouped(swept: Iterable[tuple[Span, Ints]]) -> tuple[tuple[Ints, Ints], ...]:
    held: dict[Ints, list[Span]] = defaultdict(list)
    for span, services in swept:
        held[services].append(span)
    return tuple((Ints.of(spans), services) for services, spans in held.items())


S = TypeVar("S", Ints, Traffic)


@dataclass(frozen=True, slots=True)
class Between(Generic[S]):
    """A set of which not everything could be seen: between what is certain and what is possible."""

    certain: S
    possible: S
    """Has all of `certain`."""
    unknowns: tuple[str, ...] = ()
    """Why the two are not the same."""

    def __or__(self, other: Between[S]) -> Between[S]:
        # Spelled out: between type variables the sign is taken for a union of types.
        return self._made(self.certain.__or__(other.certain), self.possible.__or__(other.possible), other)

    def __and__(self, other: Between[S]) -> Between[S]:
        return self._made(self.certain & other.certain, self.possible & other.possible, other)

    def __sub__(self, other: Between[S]) -> Between[S]:
        return self._made(self.certain - other.possible, self.possible - other.certain, other)

    def _made(self, certain: S, possible: S, other: Between[S]) -> Between[S]:
        unknowns = () if certain == possible else tuple(dict.fromkeys((*self.unknowns, *other.unknowns)))
        return Between(certain, possible, unknowns)

    def within(self, wanted: S) -> Between[S]:
        """Return the part of it that is in a known set."""
        return self & Between(wanted, wanted)

    def truth(self) -> Truth:
        """Tell whether there is anything in it."""
        return Truth.YES if self.certain else Truth.UNKNOWN if self.possible else Truth.NO


def known(of: S) -> Between[S]:
    """Return a set that was seen whole."""
    return Between(of, of)


def perhaps(of: S, why: str) -> Between[S]:
    """Return a set of which it is not known whether it, or any part of it, is there."""
    return Between(of - of, of, (why,) if of else ())


INNER = Ints.of(
    span
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
    )
    for span in addresses(block)[0].spans
)  # fmt: skip
"""IPv4 addresses that nothing on the Internet has: IANA's special-purpose registry, multicast and reserved ones."""
OUTER = (EVERYWHERE_V4 - INNER) | addresses("2000::/3")[0]
"""Addresses that may be on the Internet."""


def everybody(of: Ints) -> bool:
    """Tell whether addresses are as good as everybody: more of the Internet than a /8 of IPv4, or a /32 of IPv6.

    Where Amazon S3 draws the line, in "The meaning of public". A range that is narrower is a list of those let in.
    """
    outer = of & OUTER
    low = sum(high - low + 1 for low, high in outer.spans if high < V6)
    return low > 1 << 24 or sum(high - low + 1 for low, high in outer.spans) - low > 1 << 96
