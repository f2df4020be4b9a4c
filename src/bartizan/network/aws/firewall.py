"""Security groups and network ACLs: what each lets through, as sets of traffic by the address of the other side.

Security groups are stateful and only allow; several around one interface add up. Network ACLs are asked at the edge of
a subnet, in the order of their entries, and for answers as well (VPC user guide, "Network ACLs", "Security groups").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from bartizan.core.truth import Truth
from bartizan.network.aws.estate import UNSEEN, Acl, Entry, Estate, Rule, Stand
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE,
    NOTHING,
    PORTS,
    Between,
    Ints,
    Traffic,
    box,
    known,
    perhaps,
)

ALL = box(EVERYWHERE, ANY_SERVICE)
NO_TRAFFIC: Between[Traffic] = known(Traffic())
NO_SERVICE: Between[Ints] = known(NOTHING)
EPHEMERAL = 1024
"""Clients choose ports from here on to receive answers ("Ephemeral ports" in the VPC user guide)."""


class Firewalls:
    """What the security groups and network ACLs of an estate let through; each is worked out once."""

    def __init__(self, estate: Estate) -> None:
        self._estate = estate
        self._groups: dict[tuple[str, Truth], Between[Traffic]] = {}
        self._acls: dict[tuple[str, Truth], Between[Traffic]] = {}
        self._named: dict[tuple[frozenset[str], frozenset[str], Truth, str], Between[Ints]] = {}
        self._toward: dict[tuple[frozenset[str], Truth, Ints], Between[Ints]] = {}
        self._around: dict[tuple[tuple[str, ...], Truth], Between[Traffic]] = {}
        self._edge: dict[tuple[tuple[str, ...], Truth, Ints], Between[Ints]] = {}

    def by_address(self, stand: Stand, direction: Truth) -> Between[Traffic]:
        """Return what the groups of a stand allow, by the address of the other side: YES for coming in, NO for out."""
        if not stand.filtered:
            return known(ALL)
        found = NO_TRAFFIC
        for group in sorted(stand.groups):
            found = found | self._group(group, direction)
        return found | perhaps(ALL, stand.more) if stand.more else found

    def between(self, stand: Stand, direction: Truth, peer: Ints, other: Stand, refer: bool) -> Between[Ints]:
        """Return the services that the groups of a stand allow with another, whose address is somewhere in `peer`.

        `refer`: whether rules that name a group are asked, as they are within a network and over peering.
        """
        if not stand.filtered:
            return known(ANY_SERVICE)
        key = (stand.groups, direction, peer)
        found = self._toward.get(key)
        if found is None:
            traffic = self.by_address(Stand(subnet=stand.subnet, groups=stand.groups), direction)
            found = self._toward[key] = of_all(traffic, peer)
        if refer:
            found = found | self._by_group(stand.groups, other.groups, direction, other.more)
        return found | perhaps(ANY_SERVICE, stand.more) if stand.more else found

    def acl(self, acls: tuple[str, ...], direction: Truth) -> Between[Traffic]:
        """Return what the network ACL around a subnet lets pass; of several that it may be, each must for certain."""
        key = (acls, direction)
        if key not in self._around:
            self._around[key] = any_of(self._acl(each, direction) for each in acls)
        return self._around[key]

    def edge(self, acls: tuple[str, ...], direction: Truth, peer: Ints) -> Between[Ints]:
        """Return the services that the network ACL around a subnet lets pass with a peer somewhere in `peer`."""
        key = (acls, direction, peer)
        if key not in self._edge:
            self._edge[key] = of_all(self.acl(acls, direction), peer)
        return self._edge[key]

    def rules(self, stand: Stand, direction: Truth) -> Iterator[Rule]:
        """Yield the rules around a stand that are, or may be, about a direction."""
        for group in sorted(stand.groups):
            found = self._estate.groups.get(group)
            yield from (rule for rule in (found.rules if found else ()) if rule.ingress in (direction, Truth.UNKNOWN))

    def _group(self, id: str, direction: Truth) -> Between[Traffic]:
        key = (id, direction)
        if key not in self._groups:
            self._groups[key] = self._allowed(id, direction)
        return self._groups[key]

    def _allowed(self, id: str, direction: Truth) -> Between[Traffic]:
        group = self._estate.groups.get(id)
        if group is None:
            return perhaps(ALL, f"{id} is not declared, or was not read")
        about = [rule for rule in group.rules if rule.ingress in (direction, Truth.UNKNOWN)]
        sure = [rule for rule in about if rule.ingress is direction]
        certain = Traffic.of((rule.addresses.certain, rule.services.certain) for rule in sure)
        possible = Traffic.of((rule.addresses.possible, rule.services.possible) for rule in about)
        whys = [why for rule in about for why in (*rule.addresses.unknowns, *rule.services.unknowns)]
        whys += [f"{rule.id} may be about either direction" for rule in about if rule.ingress is Truth.UNKNOWN]
        found = Between(certain, possible, tuple(dict.fromkeys(whys)) if certain != possible else ())
        return found | perhaps(ALL, group.more) if group.more else found

    def _by_group(self, mine: frozenset[str], theirs: frozenset[str], direction: Truth, more: str) -> Between[Ints]:
        key = (mine, theirs, direction, more)
        if key not in self._named:
            found = NO_SERVICE
            for rule in self.rules(Stand(subnet="", groups=mine), direction):
                found = found | _naming(rule, theirs, direction)
                if more and (rule.groups or rule.perhaps_groups):
                    found = found | perhaps(rule.services.possible, more)
            self._named[key] = found
        return self._named[key]

    def _acl(self, id: str, direction: Truth) -> Between[Traffic]:
        key = (id, direction)
        if key not in self._acls:
            acl = self._estate.acls.get(id)
            unread = perhaps(ALL, "its network ACL was not read")
            self._acls[key] = unread if acl is None or id == UNSEEN else passed(acl, direction)
        return self._acls[key]


def _naming(rule: Rule, theirs: frozenset[str], direction: Truth) -> Between[Ints]:
    """Return the services that a rule allows with whoever is in some groups, by naming one."""
    if rule.groups & theirs:
        sure = rule.ingress is direction
        return rule.services if sure else perhaps(rule.services.possible, f"{rule.id} may be about either direction")
    if rule.perhaps_groups & theirs:
        return perhaps(rule.services.possible, f"it is not known whether {rule.id} is about its own group")
    return perhaps(rule.services.possible, rule.unseen_groups) if rule.unseen_groups else NO_SERVICE


def passed(acl: Acl, direction: Truth) -> Between[Traffic]:
    """Return what a network ACL lets pass in a direction: the first entry that fits decides, and none is a denial."""
    about = [entry for entry in acl.entries if entry.ingress in (direction, Truth.UNKNOWN)]
    loose = [entry for entry in about if entry.order is None or entry.ingress is Truth.UNKNOWN]
    found, decided = NO_TRAFFIC, NO_TRAFFIC
    for entry in sorted((each for each in about if each not in loose), key=lambda each: each.order or 0):
        left = _match(entry) - decided
        if entry.allows is not Truth.NO:
            found = found | (left if entry.allows is Truth.YES else _doubted(left, entry))
        decided = decided | _match(entry)
    for entry in loose:
        found = _perhaps_decided(found, entry)
    return _perhaps_any(found, acl.more) if acl.more else found


def _match(entry: Entry) -> Between[Traffic]:
    services, addresses = entry.services, entry.addresses
    return Between(
        box(addresses.certain, services.certain),
        box(addresses.possible, services.possible),
        (*addresses.unknowns, *services.unknowns),
    )


def _doubted(traffic: Between[Traffic], entry: Entry) -> Between[Traffic]:
    return perhaps(traffic.possible, f"it is not known whether {entry.id} allows")


def _perhaps_decided(found: Between[Traffic], entry: Entry) -> Between[Traffic]:
    """Return what passes where an entry may come before all others, or not be asked at all."""
    match = _match(entry).possible
    why = f"it is not known in which order {entry.id} is asked, or in which direction"
    certain = found.certain - match if entry.allows is not Truth.YES else found.certain
    possible = found.possible | match if entry.allows is not Truth.NO else found.possible
    return Between(certain, possible, tuple(dict.fromkeys((*found.unknowns, why))) if certain != possible else ())


def _perhaps_any(found: Between[Traffic], why: str) -> Between[Traffic]:
    """Return what passes where there may be more entries, before all that are known."""
    return Between(Traffic(), ALL, tuple(dict.fromkeys((*found.unknowns, why))))


def any_of(choices: Iterable[Between[Traffic]]) -> Between[Traffic]:
    """Return what passes where it is one of several, and it is not known which."""
    listed = list(choices)
    if len(listed) == 1:
        return listed[0]
    if not listed:
        return perhaps(ALL, "it is not known what is around its subnet")
    certain, possible = listed[0].certain, listed[0].possible
    for each in listed[1:]:
        certain, possible = certain & each.certain, possible | each.possible
    whys = [why for each in listed for why in each.unknowns] or [
        "it is not known which of several is around its subnet"
    ]
    return Between(certain, possible, tuple(dict.fromkeys(whys)) if certain != possible else ())


def of_all(traffic: Between[Traffic], peer: Ints) -> Between[Ints]:
    """Return the services that are let through with a peer of which only is known that it is somewhere in `peer`."""
    certain, possible = always(traffic.certain, peer), traffic.possible.at(peer)
    if certain == possible:
        return known(certain)
    whys = traffic.unknowns or ("its address in its subnet is not known, and the rules are about a part of that",)
    return Between(certain, possible, whys)


def always(traffic: Traffic, peer: Ints) -> Ints:
    """Return the services that every one of some addresses has."""
    left, found = peer, ANY_SERVICE
    for addresses, services in traffic.parts:
        if left & addresses:
            found, left = found & services, left - addresses
    return NOTHING if left or not peer else found


@lru_cache(maxsize=4096)
def answered(replies: Ints) -> Ints:
    """Return the services of which answers get back, where `replies` may: a free port suffices, the client chooses."""
    found: list[tuple[int, int]] = []
    for low, high in replies.spans:
        for protocol in range(low // PORTS, high // PORTS + 1):
            start = protocol * PORTS
            last = min(high, start + PORTS - 1)
            if last >= start + EPHEMERAL or protocol not in _WITH_CLIENT_PORTS:
                found.append((start, start + PORTS - 1))
    return Ints.of(found)


_WITH_CLIENT_PORTS = frozenset({6, 17, 33, 132, 136})


def answers_within(traffic: Between[Traffic]) -> Between[Traffic]:
    """Return what gets answers, where `traffic` is let through on the way back."""
    certain = Traffic.of((addresses, answered(services)) for addresses, services in traffic.certain.parts)
    possible = Traffic.of((addresses, answered(services)) for addresses, services in traffic.possible.parts)
    return Between(certain, possible, traffic.unknowns if certain != possible else ())


def answers(services: Between[Ints]) -> Between[Ints]:
    """Return the services that get answers, where `services` are let through on the way back."""
    certain, possible = answered(services.certain), answered(services.possible)
    return Between(certain, possible, services.unknowns if certain != possible else ())
