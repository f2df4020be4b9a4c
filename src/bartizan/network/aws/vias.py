"""Evidence: the routes, network ACLs and security group rules that let a connection pass, or stop it."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.core.place import Place
from bartizan.core.reach import Via
from bartizan.core.truth import Truth
from bartizan.network.aws.estate import UNSEEN, Entry, Rule, Stand, Subnet, Thing
from bartizan.network.aws.network import Network
from bartizan.network.aws.routes import INTERNET_GATEWAY, WAYS_OUT
from bartizan.network.space import ANY_SERVICE, EVERYWHERE, EVERYWHERE_V4, EVERYWHERE_V6, Ints, Traffic, cidrs, said

MOST_NAMED = 4
"""How many address ranges, and how many rules of one firewall, are named."""


class Vias:
    """Names what lets pass and what stops, in one estate."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._estate = network.estate
        self._opening = network.opening

    def inbound(self, stand: Stand, among: Ints, services: Ints) -> Iterator[Via]:
        """Yield what lets traffic of the Internet in to an interface."""
        subnet = self._opening.subnet(stand)
        yield from self._routes(subnet, INTERNET_GATEWAY)
        yield from self._entries(subnet, Truth.YES, among, services)
        yield from self._rules(stand, Truth.YES, among, frozenset(), services)

    def outbound(self, stand: Stand, services: Ints) -> Iterator[Via]:
        """Yield what lets connections out of an interface, to the Internet."""
        subnet = self._opening.subnet(stand)
        yield from self._rules(stand, Truth.NO, EVERYWHERE_V4, frozenset(), services)
        yield from self._routes(subnet, WAYS_OUT)

    def inner(self, source: Stand, target: Stand, services: Ints) -> Iterator[Via]:
        """Yield what lets connections pass from one interface to another."""
        start, end = self._opening.subnet(source), self._opening.subnet(target)
        yield from self._rules(source, Truth.NO, end.v4 or end.v6, target.groups, services)
        if start.vpc != end.vpc:
            yield from self._between(start, end)
        if start.id != end.id:
            yield from self._entries(start, Truth.NO, end.v4 or end.v6, services)
            yield from self._entries(end, Truth.YES, start.v4 or start.v6, services)
        yield from self._rules(target, Truth.YES, start.v4 or start.v6, source.groups, services)

    def stopping(self, source: Stand, target: Stand, services: Ints) -> Iterator[Via]:
        """Yield the first thing that stops connections from one interface to another."""
        start, end = self._opening.subnet(source), self._opening.subnet(target)
        truth = max(self._opening.routing.joined(start, end, v6)[0] for v6 in (False, True))
        if truth is Truth.NO:
            yield self._via(start.id, f"no route leads from it to {end.id} and back", start.place)
            return
        firewalls, refer = self._opening.firewalls, self._opening.routing.peered(start, end)
        there, here = end.v4 or end.v6, start.v4 or start.v6
        out = firewalls.between(source, Truth.NO, there, target, refer).possible & services
        into = firewalls.between(target, Truth.YES, here, source, refer).possible & services
        if not out:
            yield from self._refused(source, "out to it", services)
        elif not into:
            yield from self._refused(target, "in from it", services)
        else:
            yield from self._at_edges(start, end, services)

    def shut_out(self, thing: Thing, stand: Stand, services: Ints) -> Iterator[Via]:
        """Yield the first thing that stops the Internet at an interface."""
        if thing.public is Truth.NO and thing.public_v6 is Truth.NO:
            yield Via(asset=thing.id, says="has no public address", place=thing.place)
            return
        subnet = self._opening.subnet(stand)
        if not self._opening.routing.over(subnet, INTERNET_GATEWAY).possible:
            yield self._via(subnet.id, "its route table leads to no Internet gateway", subnet.place)
            return
        everyone = EVERYWHERE_V4 | EVERYWHERE_V6
        if not self._opening.firewalls.by_address(stand, Truth.YES).possible.at(everyone) & services:
            yield from self._refused(stand, "in from the Internet", services)
            return
        for acl in subnet.acls:
            found = self._estate.acls.get(acl)
            yield self._via(acl, "denies the way in, or answers", found.place if found else None)

    def addresses(self, thing: Thing, stand: Stand, services: Ints) -> Ints:
        """Return the addresses of the Internet that reach an interface with some services."""
        found = self._opening.inbound(thing, stand)
        parts = (found.certain if found.certain.at(EVERYWHERE) & services else found.possible).parts
        return Ints.of(span for addresses, held in parts if held & services for span in addresses.spans)

    def limited(self, thing: Thing, services: Ints) -> tuple[str, ...]:
        """Return the ranges of the Internet that reach something, where those are not everybody."""
        found = Traffic()
        for stand in thing.stands:
            found = found | self._opening.inbound(thing, stand).certain
        parts = [addresses for addresses, held in found.parts if held & services]
        return cidrs(Ints.of(span for addresses in parts for span in addresses.spans))[:MOST_NAMED]

    def _via(self, id: str, says: str, place: Place | None) -> Via:
        """Return something on the way; what AWS makes by itself is no asset, and is named in words."""
        if id in self._estate.made or id == UNSEEN:
            return Via(asset="", says=f"{id}: {says}" if id != UNSEEN else says, place=place)
        return Via(asset=id, says=says, place=place)

    def _refused(self, stand: Stand, way: str, services: Ints) -> Iterator[Via]:
        for id in sorted(stand.groups):
            group = self._estate.groups.get(id)
            says = f"no rule allows {said(services)} {way}"
            yield self._via(id, says, group.place if group else None)

    def _at_edges(self, start: Subnet, end: Subnet, services: Ints) -> Iterator[Via]:
        there, here, acls = end.v4 or end.v6, start.v4 or start.v6, self._opening.firewalls
        asked = (
            (start, Truth.NO, there, services, f"lets no {said(services)} out"),
            (end, Truth.YES, here, services, f"lets no {said(services)} in"),
            (end, Truth.NO, here, ANY_SERVICE, "lets no answers out"),
            (start, Truth.YES, there, ANY_SERVICE, "lets no answers in"),
        )
        for subnet, way, peer, wanted, says in asked:
            if not acls.edge(subnet.acls, way, peer).possible & wanted:
                for acl in subnet.acls:
                    found = self._estate.acls.get(acl)
                    yield self._via(acl, says, found.place if found else None)
                return
        for acl in dict.fromkeys((*start.acls, *end.acls)):
            found = self._estate.acls.get(acl)
            yield self._via(acl, "lets no answers through", found.place if found else None)

    def _routes(self, subnet: Subnet, ways: frozenset[str]) -> Iterator[Via]:
        for id in subnet.tables:
            table = self._estate.tables.get(id)
            for part, route in self._opening.routing.taken(table) if table is not None else ():
                if route.over in ways and part.possible:
                    to = " and ".join(cidrs(route.to.certain)[:MOST_NAMED]) or "addresses that are not known"
                    over = _OVER[route.over]
                    yield self._via(route.id, f"routes {to} over {_named(over, route.via)}", route.place)
                    return

    def _between(self, start: Subnet, end: Subnet) -> Iterator[Via]:
        for id in start.tables:
            table = self._estate.tables.get(id)
            for part, route in self._opening.routing.taken(table) if table is not None else ():
                if route.over in ("peering", "transit") and part.possible & (end.v4 or end.v6):
                    to = " and ".join(cidrs(route.to.certain)[:MOST_NAMED])
                    yield Via(asset=route.id, says=f"routes {to} over {route.via}", place=route.place)
                    return

    def _entries(self, subnet: Subnet, way: Truth, among: Ints, services: Ints) -> Iterator[Via]:
        for id in subnet.acls:
            acl = None if id in self._estate.made else self._estate.acls.get(id)
            for entry in sorted(acl.entries, key=lambda each: each.order or 0) if acl is not None else ():
                if entry.ingress is way and entry.allows is Truth.YES and _fits(entry, among, services):
                    yield self._via(entry.id, _entry_says(entry), entry.place)
                    break

    def _rules(self, stand: Stand, way: Truth, among: Ints, groups: frozenset[str], services: Ints) -> Iterator[Via]:
        if not stand.filtered:
            return
        found = 0
        for rule in self._opening.firewalls.rules(stand, way):
            here = rule.services.possible & services
            named = rule.groups & groups
            if here and found < MOST_NAMED and (named or rule.addresses.possible & among):
                found += 1
                yield self._via(rule.id, _rule_says(rule, way, named), rule.place)


def through(lead_through: tuple[tuple[str, str, Place | None], ...]) -> tuple[Via, ...]:
    """Return the listeners, rules and target groups of a relay."""
    return tuple(Via(asset=id, says=says, place=place) for id, says, place in lead_through)


_OVER = {"internet": "the Internet gateway", "nat": "the NAT gateway", "egress-only": "the egress-only gateway"}


def _named(over: str, via: str) -> str:
    return f"{over} {via}" if via and via != UNSEEN else over


def _fits(entry: Entry, among: Ints, services: Ints) -> bool:
    return bool(entry.services.possible & services and entry.addresses.possible & among)


def _entry_says(entry: Entry) -> str:
    ranges = ", ".join(cidrs(entry.addresses.certain)[:MOST_NAMED]) or "addresses that are not known"
    number = "of a number that is not known" if entry.order is None else f"{entry.order:g}"
    return f"entry {number} allows {said(entry.services.possible)} with {ranges}"


def _rule_says(rule: Rule, way: Truth, named: frozenset[str]) -> str:
    """Return what a rule allows: `allows tcp 443 from 0.0.0.0/0`."""
    word = "from" if way is Truth.YES else "to"
    others = sorted(named) or list(cidrs(rule.addresses.certain)[:MOST_NAMED])
    return f"allows {said(rule.services.possible)} {word} {', '.join(others) or 'what is not known'}"
