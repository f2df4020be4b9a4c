"""Where traffic goes: the route tables of subnets, to the Internet and to other networks.

The most specific route decides; within a network every address is reached (VPC user guide, "Route priority").
"""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.core.truth import Truth
from bartizan.network.aws.estate import UNSEEN, Estate, Route, Subnet, Table
from bartizan.network.space import (
    EVERYWHERE,
    EVERYWHERE_V4,
    EVERYWHERE_V6,
    NOTHING,
    Between,
    Ints,
    addresses,
    known,
    perhaps,
)

_PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "fc00::/7", "fe80::/10")
PRIVATE = Ints.of(span for block in _PRIVATE for span in addresses(block)[0].spans)
"""Addresses that are not on the Internet."""
INTERNET_GATEWAY = frozenset({"internet"})
WAYS_OUT = frozenset({"internet", "nat", "egress-only"})
NO_WAY: Between[Ints] = known(NOTHING)


class Routing:
    """The routes of an estate."""

    def __init__(self, estate: Estate) -> None:
        self._estate = estate
        self._taken: dict[str, tuple[tuple[Between[Ints], Route], ...]] = {}
        self._over: dict[tuple[tuple[str, ...], frozenset[str]], Between[Ints]] = {}

    def over(self, subnet: Subnet, ways: frozenset[str]) -> Between[Ints]:
        """Return the addresses to which a subnet sends over any of some ways."""
        key = (subnet.tables, ways)
        if key not in self._over:
            self._over[key] = self._chosen(subnet, ways)
        return self._over[key]

    def _chosen(self, subnet: Subnet, ways: frozenset[str]) -> Between[Ints]:
        choices = [self._of_table(each, ways) for each in subnet.tables]
        if len(choices) == 1:
            return choices[0]
        if not choices:
            return perhaps(EVERYWHERE, f"the route table of {subnet.id} was not read")
        certain, possible = choices[0].certain, choices[0].possible
        for each in choices[1:]:
            certain, possible = certain & each.certain, possible | each.possible
        whys = [why for each in choices for why in each.unknowns] or [f"it is not known which routes {subnet.id} has"]
        return Between(certain, possible, tuple(dict.fromkeys(whys)) if certain != possible else ())

    def _of_table(self, id: str, ways: frozenset[str]) -> Between[Ints]:
        table = self._estate.tables.get(id)
        if table is None:
            return perhaps(EVERYWHERE, "a route table was not read")
        found = NO_WAY
        for part, route in self.taken(table):
            if route.over in ways:
                found = found | part
            elif not route.over:
                found = found | perhaps(part.possible, route.unknown or f"it is not known where {route.id} leads")
        return found | perhaps(EVERYWHERE - found.certain, table.more) if table.more else found

    def taken(self, table: Table) -> tuple[tuple[Between[Ints], Route], ...]:
        """Return the routes of a table, each with the addresses that take it."""
        if table.id not in self._taken:
            self._taken[table.id] = tuple(_taken(table))
        return self._taken[table.id]

    def joined(self, source: Subnet, target: Subnet, v6: bool) -> tuple[Truth, str]:
        """Tell whether packets get from one subnet to another and back, and what is not known of that."""
        if UNSEEN in (source.vpc, target.vpc):
            return Truth.UNKNOWN, "the network of one of them was not read"
        if source.vpc == target.vpc:
            return Truth.YES, ""
        there = self._toward(source, target, v6)
        back = self._toward(target, source, v6)
        return min(there, back, key=lambda each: each[0])

    def peered(self, source: Subnet, target: Subnet) -> bool:
        """Tell whether rules of one may name groups of the other: in one network, or in two that are peered."""
        pair = {source.vpc, target.vpc}
        return len(pair) == 1 or UNSEEN in pair or any(pair <= each for each in self._estate.peerings.values())

    def _toward(self, source: Subnet, target: Subnet, v6: bool) -> tuple[Truth, str]:
        wanted = target.v6 if v6 else target.v4
        choices = [self._leading(each, source, target, wanted) for each in source.tables]
        truths = {truth for truth, _ in choices}
        if len(truths) == 1:
            return choices[0]
        return Truth.UNKNOWN, next((why for _, why in choices if why), f"the routes of {source.id} were not read")

    def _leading(self, id: str, source: Subnet, target: Subnet, wanted: Ints) -> tuple[Truth, str]:
        """Tell whether a table leads to all of some addresses, in the network of `target`."""
        table = self._estate.tables.get(id)
        if table is None:
            return Truth.UNKNOWN, f"the routes of {source.id} were not read"
        certain, possible, whys = NOTHING, NOTHING, [table.more] if table.more else []
        for part, route in self.taken(table):
            ends = self._ends(route, source.vpc, target.vpc)
            if ends is not Truth.NO and part.possible & wanted:
                possible = possible | part.possible
                certain = certain | (part.certain if ends is Truth.YES else NOTHING)
                whys += [*part.unknowns, *([route.unknown] if route.unknown else [])]
        if certain.covers(wanted) and wanted:
            return Truth.YES, ""
        maybe = bool(possible & wanted) or bool(table.more)
        return (Truth.UNKNOWN, next(iter(whys), "only some of its addresses are led to")) if maybe else (Truth.NO, "")

    def _ends(self, route: Route, source: str, target: str) -> Truth:
        """Tell whether a route that starts in a network ends in another."""
        if not route.over:
            return Truth.UNKNOWN
        joining = {"peering": self._estate.peerings, "transit": self._estate.transits}.get(route.over)
        if joining is None:
            return Truth.NO
        ends = joining.get(route.via)
        if ends is None:
            return Truth.UNKNOWN
        if {source, target} <= ends:
            return Truth.YES
        return Truth.UNKNOWN if UNSEEN in ends else Truth.NO


def _taken(table: Table) -> Iterator[tuple[Between[Ints], Route]]:
    """Yield each route with what is left to it by those that are more specific."""
    defaults = any(_is_default(route.to.certain) for route in table.routes)
    for route in table.routes:
        left = route.to
        if defaults and left.unknowns and not left.certain:
            left = perhaps(left.possible & PRIVATE, left.unknowns[0])
        for other in table.routes:
            if other is not route and _size(other.to.certain) < _size(route.to.certain):
                left = left - Between(other.to.certain, other.to.certain)
            if other is not route and other.to.unknowns:
                left = Between(left.certain - (PRIVATE & other.to.possible), left.possible, other.to.unknowns)
        yield left, route


def _is_default(to: Ints) -> bool:
    return to.covers(EVERYWHERE_V4) or to.covers(EVERYWHERE_V6)


def _size(of: Ints) -> int:
    return sum(high - low + 1 for low, high in of.spans)
