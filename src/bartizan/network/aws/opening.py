"""Which connections can be opened between one interface and another, and between an interface and the Internet."""

from __future__ import annotations

from bartizan.core.truth import Truth
from bartizan.network.aws.estate import UNSEEN, Estate, Stand, Subnet, Thing
from bartizan.network.aws.firewall import (
    ALL,
    NO_SERVICE,
    NO_TRAFFIC,
    Firewalls,
    answers,
    answers_within,
)
from bartizan.network.aws.routes import INTERNET_GATEWAY, WAYS_OUT, Routing
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE_V4,
    EVERYWHERE_V6,
    NOTHING,
    Between,
    Ints,
    Traffic,
    box,
    known,
    perhaps,
)
from bartizan.network.wide import family, somewhere, wide

NOWHERE = Subnet(
    id=UNSEEN,
    vpc=UNSEEN,
    v4=EVERYWHERE_V4,
    v6=EVERYWHERE_V6,
    has_v6=Truth.UNKNOWN,
    tables=(UNSEEN,),
    acls=(UNSEEN,),
)
"""Stands for a subnet that was not read."""
_ALL_SERVICES = known(ANY_SERVICE)


class Opening:
    """What routes, network ACLs and security groups let through, from interface to interface."""

    def __init__(self, estate: Estate) -> None:
        self._estate = estate
        self.firewalls = Firewalls(estate)
        self.routing = Routing(estate)
        self._inner: dict[tuple[Stand, Stand], Between[Ints]] = {}
        self._ground: dict[tuple[str, str, bool], tuple[Truth, str, bool, Between[Ints]]] = {}
        self._inbound: dict[tuple[Stand, Truth, Truth], Between[Traffic]] = {}

    def subnet(self, stand: Stand) -> Subnet:
        """Return the subnet that a stand is in."""
        return self._estate.subnets.get(stand.subnet, NOWHERE)

    def inner(self, source: Stand, target: Stand) -> Between[Ints]:
        """Return the services that one interface reaches at another, inside and between networks."""
        key = (source, target)
        if key not in self._inner:
            start, end = self.subnet(source), self.subnet(target)
            found = NO_SERVICE
            for v6 in (False, True):
                if _there(start, v6) and _there(end, v6):
                    found = found | self._within(source, target, start, end, v6)
            self._inner[key] = found
        return self._inner[key]

    def _within(self, source: Stand, target: Stand, start: Subnet, end: Subnet, v6: bool) -> Between[Ints]:
        truth, why, refer, edges = self._between(start, end, v6)
        if truth is Truth.NO:
            return NO_SERVICE
        here, there = (start.v6, end.v6) if v6 else (start.v4, end.v4)
        found = self.firewalls.between(target, Truth.YES, here, source, refer)
        if found.possible:
            found = found & self.firewalls.between(source, Truth.NO, there, target, refer) & edges
        return perhaps(found.possible, why) if truth is Truth.UNKNOWN else found

    def _between(self, start: Subnet, end: Subnet, v6: bool) -> tuple[Truth, str, bool, Between[Ints]]:
        """Return whether packets get from subnet to subnet, whether rules name groups, and what the edges let pass."""
        key = (start.id, end.id, v6)
        if key not in self._ground:
            truth, why = self.routing.joined(start, end, v6)
            doubt = _doubted(start, v6) or _doubted(end, v6)
            if truth is Truth.YES and doubt:
                truth, why = Truth.UNKNOWN, doubt
            here, there = (start.v6, end.v6) if v6 else (start.v4, end.v4)
            edges = self.edges(start, end, here, there)
            self._ground[key] = (truth, why, self.routing.peered(start, end), edges)
        return self._ground[key]

    def edges(self, start: Subnet, end: Subnet, here: Ints, there: Ints) -> Between[Ints]:
        """Return what the network ACLs between two subnets let pass, with answers; within a subnet none is asked."""
        if start.id == end.id and start.id != UNSEEN:
            return _ALL_SERVICES
        acls = self.firewalls
        forward = acls.edge(start.acls, Truth.NO, there) & acls.edge(end.acls, Truth.YES, here)
        back = acls.edge(end.acls, Truth.NO, here) & acls.edge(start.acls, Truth.YES, there)
        return forward & answers(back)

    def inbound(self, thing: Thing, stand: Stand) -> Between[Traffic]:
        """Return what comes in from the Internet to an interface, by the address it comes from."""
        key = (stand, thing.public, thing.public_v6)
        if key not in self._inbound:
            found = NO_TRAFFIC
            for v6, public in ((False, thing.public), (True, thing.public_v6)):
                if public is not Truth.NO:
                    found = found | self._from_internet(stand, v6, public)
            self._inbound[key] = found
        return self._inbound[key]

    def _from_internet(self, stand: Stand, v6: bool, public: Truth) -> Between[Traffic]:
        subnet = self.subnet(stand)
        routed = self.routing.over(subnet, INTERNET_GATEWAY)
        found = _from(routed, family(v6)) & self.firewalls.by_address(stand, Truth.YES) & self.admitted(subnet)
        if public is Truth.UNKNOWN:
            return perhaps(found.possible, "it is not known whether it has a public address")
        return found

    def admitted(self, subnet: Subnet) -> Between[Traffic]:
        """Return what the network ACL around a subnet lets in, with answers, by the address outside."""
        acls = self.firewalls
        return acls.acl(subnet.acls, Truth.YES) & answers_within(acls.acl(subnet.acls, Truth.NO))

    def outbound(self, thing: Thing, stand: Stand) -> Between[Ints]:
        """Return the services anywhere on the Internet that connections can be opened to from an interface."""
        subnet = self.subnet(stand)
        ways = self._ways_out(thing, subnet)
        acls = self.firewalls
        found = ways & acls.by_address(stand, Truth.NO) & acls.acl(subnet.acls, Truth.NO)
        return wide(found & answers_within(acls.acl(subnet.acls, Truth.YES)))

    def _ways_out(self, thing: Thing, subnet: Subnet) -> Between[Traffic]:
        """Return where a subnet sends to the Internet: by NAT for all, by an Internet gateway with a public address."""
        found = NO_TRAFFIC
        for v6, public in ((False, thing.public), (True, thing.public_v6)):
            direct = _from(self.routing.over(subnet, INTERNET_GATEWAY), family(v6))
            if public is Truth.YES:
                found = found | direct
            elif public is Truth.UNKNOWN:
                found = found | perhaps(direct.possible, "it is not known whether it has a public address")
        masked = _from(self.routing.over(subnet, WAYS_OUT - INTERNET_GATEWAY), family(False) | family(True))
        return found | masked

    def passed_on(self, source: Stand, target: Stand, client: Between[Ints] | None) -> Between[Ints]:
        """Return what a relay reaches at a target; `client`: what its rules allow the one who connects to the relay.

        With `client`, the target sees the address of the client; rules that name the groups of the relay hold besides.
        """
        if client is None:
            return self.inner(source, target)
        start, end = self.subnet(source), self.subnet(target)
        truth, why = self.routing.joined(start, end, v6=False)
        if truth is Truth.NO:
            return NO_SERVICE
        found = client
        if source.groups or source.more:
            named = self.firewalls.between(target, Truth.YES, NOTHING, source, self.routing.peered(start, end))
            found = found | (named & self.edges(start, end, start.v4, end.v4))
        return perhaps(found.possible, why) if truth is Truth.UNKNOWN else found

    def admits(self, target: Stand, among: Ints | None) -> Between[Ints]:
        """Return what a target lets in from everybody, or from any of some addresses, wherever that comes through."""
        traffic = self.firewalls.by_address(target, Truth.YES) & self.admitted(self.subnet(target))
        return wide(traffic) if among is None else somewhere(traffic, among)


def _from(addresses: Between[Ints], among: Ints) -> Between[Traffic]:
    inside = addresses.within(among)
    return Between(box(inside.certain, ANY_SERVICE), box(inside.possible, ANY_SERVICE), inside.unknowns)


def _there(subnet: Subnet, v6: bool) -> bool:
    return bool(subnet.v6 and subnet.has_v6 is not Truth.NO) if v6 else bool(subnet.v4)


def _doubted(subnet: Subnet, v6: bool) -> str:
    if v6 and subnet.has_v6 is Truth.UNKNOWN:
        return f"it is not known whether machines in {subnet.id} have IPv6 addresses"
    return ""


EVERYTHING: Between[Traffic] = known(ALL)
