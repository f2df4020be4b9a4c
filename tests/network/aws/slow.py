"""A slow model of AWS networks: one packet after the other, each asked of every route, entry and rule in turn.

It knows estates of which everything is known, and nothing of relays. Addresses are those a packet really has.
"""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.core.truth import Truth
from bartizan.network.aws.estate import Estate, Route, Stand, Subnet, Thing
from bartizan.network.space import PORTS, Ints

CLIENT_PORTS = (1024, 40000, 65535)
"""Enough of them for entries whose ports end at these or go round them."""


def connects(estate: Estate, source: Thing, target: Thing, a: int, b: int, service: int) -> bool:
    """Tell whether a machine with the address `a` opens a connection to one with the address `b`."""
    start, end = _subnet(estate, source), _subnet(estate, target)
    if not (_gets_there(estate, start, end, b) and _gets_there(estate, end, start, a)):
        return False
    mine, theirs = source.stands[0], target.stands[0]
    refer = start.vpc == end.vpc or any({start.vpc, end.vpc} <= each for each in estate.peerings.values())
    if not _allowed(estate, mine, Truth.NO, b, theirs.groups, service, refer):
        return False
    if not _allowed(estate, theirs, Truth.YES, a, mine.groups, service, refer):
        return False
    if start.id == end.id:
        return True
    if not (_passes(estate, start, Truth.NO, b, service) and _passes(estate, end, Truth.YES, a, service)):
        return False
    return any(
        _passes(estate, end, Truth.NO, a, reply) and _passes(estate, start, Truth.YES, b, reply)
        for reply in _replies(service)
    )


def comes_in(estate: Estate, target: Thing, outside: int, service: int) -> bool:
    """Tell whether an address of the Internet opens a connection to a machine."""
    subnet = _subnet(estate, target)
    route = _route(estate, subnet, outside)
    if target.public is not Truth.YES or route is None or route.over != "internet":
        return False
    if not _allowed(estate, target.stands[0], Truth.YES, outside, frozenset(), service, refer=False):
        return False
    if not _passes(estate, subnet, Truth.YES, outside, service):
        return False
    return any(_passes(estate, subnet, Truth.NO, outside, reply) for reply in _replies(service))


def _replies(service: int) -> Iterator[int]:
    protocol = service // PORTS
    yield from (protocol * PORTS + port for port in (CLIENT_PORTS if protocol in (6, 17) else (0,)))


def _subnet(estate: Estate, thing: Thing) -> Subnet:
    return estate.subnets[thing.stands[0].subnet]


def _gets_there(estate: Estate, start: Subnet, end: Subnet, address: int) -> bool:
    if start.vpc == end.vpc:
        return True
    route = _route(estate, start, address)
    if route is None:
        return False
    joined = {"peering": estate.peerings, "transit": estate.transits}.get(route.over, {})
    return {start.vpc, end.vpc} <= joined.get(route.via, frozenset())


def _route(estate: Estate, subnet: Subnet, address: int) -> Route | None:
    fitting = [route for route in estate.tables[subnet.tables[0]].routes if address in route.to.certain]
    return min(fitting, key=lambda route: _size(route.to.certain), default=None)


def _allowed(
    estate: Estate, stand: Stand, way: Truth, address: int, groups: frozenset[str], service: int, refer: bool
) -> bool:
    rules = [rule for id in stand.groups for rule in estate.groups[id].rules if rule.ingress is way]
    return any(
        service in rule.services.certain and (address in rule.addresses.certain or (refer and rule.groups & groups))
        for rule in rules
    )


def _passes(estate: Estate, subnet: Subnet, way: Truth, address: int, service: int) -> bool:
    entries = [entry for entry in estate.acls[subnet.acls[0]].entries if entry.ingress is way]
    for entry in sorted(entries, key=lambda each: each.order or 0):
        if service in entry.services.certain and address in entry.addresses.certain:
            return entry.allows is Truth.YES
    return False


def _size(of: Ints) -> int:
    return sum(high - low + 1 for low, high in of.spans)
