"""What leads to the machines and services of an Azure estate: addresses, load balancers, gateways, endpoints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bartizan.core.reach import INTERNET, Via
from bartizan.core.truth import Truth
from bartizan.network.azure.estate import (
    Balancer,
    BalancerRule,
    Estate,
    Gateway,
    Interface,
    Machine,
    Service,
    Subnet,
)
from bartizan.network.azure.firewall import routes, security
from bartizan.network.ranked import estate as ranked
from bartizan.network.ranked.estate import UNSEEN, Door, End, Gate, Some, Stand, Table, itself
from bartizan.network.ranked.reach import EVERYBODY, PRIVATE, PUBLIC
from bartizan.network.space import EVERYWHERE, EVERYWHERE_V4, NOTHING, Ints, addresses

AZURE = "azure"
"""The group of all that runs in Azure, whoever it belongs to."""
CLOSED, OPEN_OR_NOT, MANAGED = "?closed", "?sku", "?managed"
FIXED = (
    Table(id=CLOSED, says="a standard address lets nothing in without a security group"),
    Table(
        id=OPEN_OR_NOT,
        otherwise=Truth.UNKNOWN,
        says="no security group is there, and whether the address is basic (open) or standard (closed) is not written",
    ),
)


def ranked_estate(estate: Estate) -> ranked.Estate:
    """Return an estate in the form that is common to all clouds."""
    return _Making(estate).made()


class _Making:
    """Makes tables, stands and doors; tables are made when something first stands behind them."""

    def __init__(self, estate: Estate) -> None:
        self._estate = estate
        self._tables: dict[str, Table] = {table.id: table for table in FIXED}
        self._stands: dict[str, tuple[Stand, ...]] = {INTERNET: (EVERYBODY,)}
        self._doors: dict[str, list[Door]] = {}

    def made(self) -> ranked.Estate:
        for machine in self._estate.machines:
            self._machine(machine)
        for service in self._estate.services:
            self._service(service)
        for balancer in self._estate.balancers.values():
            self._balancer(balancer)
        for gateway in self._estate.gateways:
            self._gateway(gateway)
        doors = {target: tuple(dict.fromkeys(found)) for target, found in self._doors.items()}
        return ranked.Estate(self._tables, self._stands, doors)

    def _add(self, *doors: Door) -> None:
        for door in doors:
            self._doors.setdefault(door.target, []).append(door)

    # What is around an interface

    def _subnets(self, some: Some) -> list[Subnet]:
        return [self._estate.subnets[id] for id in sorted(some.known) if id in self._estate.subnets]

    def _homes(self, some: Some) -> frozenset[str]:
        """Return the networks from which an address in some subnets can be used."""
        own = {subnet.network for subnet in self._subnets(some)} or ({UNSEEN} if some.more else set())
        return frozenset(own.union(*(self._peers(network) for network in own)))

    def _peers(self, network: str) -> frozenset[str]:
        found = self._estate.networks.get(network)
        return frozenset() if found is None else found.peers

    def _end(self, interface: Interface) -> End:
        subnets = self._subnets(interface.subnets)
        fixed = _union(interface.addresses)
        groups = {f"asg:{id}" for id in interface.application_groups.known}
        for subnet in subnets:
            groups |= {f"subnet:{subnet.id}", f"vnet:{subnet.network}"}
        where = fixed or self._within(subnets) or PRIVATE
        unread = any(subnet.network == UNSEEN for subnet in subnets) or not subnets
        unseen = interface.application_groups.more or ("its virtual network was not read" if unread else "")
        return End(addresses=where, groups=frozenset(groups), unseen=unseen)

    def _within(self, subnets: list[Subnet]) -> Ints:
        found = NOTHING
        for subnet in subnets:
            network = self._estate.networks.get(subnet.network)
            spaces = subnet.addresses if subnet.addresses.known else network.addresses if network else Some()
            found = found | _union(spaces)
        return found

    def _around(self, interface: Interface, inbound: bool) -> tuple[str, ...]:
        """Return the tables around an interface: of its subnet and its own, and its routes, which replies take too."""
        found: list[str] = []
        if interface.subnets.more and not interface.subnets.known:
            found.append(self._unread(f"the subnet of {interface.id}", interface.subnets.more))
        for subnet in self._subnets(interface.subnets):
            found += self._groups(subnet.groups, subnet.network, inbound)
            if subnet.tables:
                found.append(self._routes(subnet))
        network = next((subnet.network for subnet in self._subnets(interface.subnets)), "")
        return (*found, *self._groups(interface.groups, network, inbound))

    def _groups(self, some: Some, network: str, inbound: bool) -> Iterator[str]:
        for id in sorted(some.known):
            key = f"{id}|{'in' if inbound else 'out'}|{network}"
            group = self._estate.groups.get(id)
            if key not in self._tables and group is not None:
                self._tables[key] = security(group, inbound, network, self._estate.networks)
            yield key
        if some.more and not some.known:
            yield self._unread("a security group", some.more)

    def _routes(self, subnet: Subnet) -> str:
        key = f"{','.join(sorted(subnet.tables.known))}|routes|{subnet.network}"
        tables = [self._estate.tables[id] for id in sorted(subnet.tables.known) if id in self._estate.tables]
        if subnet.tables.more:
            return self._unread("the routes", subnet.tables.more)
        if key not in self._tables:
            self._tables[key] = routes(tables, subnet.network, self._estate.networks)
        return key

    def _unread(self, what: str, why: str) -> str:
        key = f"?{what}: {why}"
        self._tables[key] = Table(
            id="", otherwise=Truth.UNKNOWN, says=f"{what} was not read: {why}", more=f"{what}: {why}"
        )
        return key

    def _guarded(self, interface: Interface) -> bool:
        subnets = self._subnets(interface.subnets)
        unread = bool(interface.subnets.more and not interface.subnets.known)
        return unread or bool(interface.groups) or any(subnet.groups for subnet in subnets)

    def _gates(self, interface: Interface, sku: str | None, public: bool) -> tuple[Gate, ...]:
        """Return what is before an interface; for what comes from the Internet, also that an address may be shut."""
        own = self._end(interface)
        tables = list(self._around(interface, inbound=True))
        if public and interface.closed:
            tables.append(self._shut(interface.closed))
        elif public and not self._guarded(interface) and sku != "basic":
            tables.append(CLOSED if sku == "standard" else OPEN_OR_NOT)
        return tuple(Gate(table=table, own=own) for table in tables)

    def _shut(self, says: str) -> str:
        key = f"{MANAGED} {says}"
        self._tables[key] = Table(id="", says=says)
        return key

    # Machines

    def _machine(self, machine: Machine) -> None:
        stands: list[Stand] = []
        self._doors.setdefault(machine.id, [])
        for interface in machine.interfaces:
            end = self._end(interface)
            groups = frozenset({AZURE, *(group for group in end.groups if group.startswith("subnet:"))})
            outside = End(addresses=PUBLIC, groups=groups)
            out = self._around(interface, inbound=False)
            subnets = self._subnets(interface.subnets)
            homes = sorted({subnet.network for subnet in subnets}) or [UNSEEN if interface.subnets.more else ""]
            stands += [Stand(home=at, inside=end, out=out, outside=outside, leaves=Truth.YES) for at in homes]
            if machine.answers:
                self._add(*self._own_doors(machine, interface, end))
        if not machine.interfaces and machine.unseen:
            self._add(_doubtful(machine.id, machine.listens, machine.unseen))
        self._stands[machine.id] = tuple(stands)

    def _own_doors(self, machine: Machine, interface: Interface, end: End) -> Iterator[Door]:
        homes = self._homes(interface.subnets)
        if homes:
            gates = self._gates(interface, None, public=False)
            yield Door(target=machine.id, homes=homes, end=end, listens=machine.listens, gates=gates)
        if interface.public is not Truth.NO:
            yield Door(
                target=machine.id,
                homes=frozenset({INTERNET}),
                end=End(addresses=PUBLIC),
                clients=EVERYWHERE_V4,
                listens=machine.listens,
                gates=self._gates(interface, interface.sku, public=True),
                via=(Via(asset=interface.id, says="has a public address", place=interface.place),),
                truth=interface.public,
                unknowns=("it is not known whether it has a public address",) * (interface.public is Truth.UNKNOWN),
            )

        if self._estate.firewalls & homes and interface.public is not Truth.YES:
            why = "a firewall in its network may pass on to it what comes from the Internet"
            peer = End(addresses=PRIVATE, groups=frozenset(f"vnet:{home}" for home in homes))
            gates = tuple(replace(gate, peer=peer) for gate in self._gates(interface, None, public=False))
            yield replace(_doubtful(machine.id, machine.listens, why), gates=gates)

    # Load balancers

    def _balancer(self, balancer: Balancer) -> None:
        self._doors.setdefault(balancer.id, [])
        for rule in self._estate.balancer_rules:
            if rule.balancer not in (balancer.id, UNSEEN):
                continue
            found = list(self._behind(balancer, rule))
            for door in found:
                self._add(door, itself(door, balancer.id, rule.takes))
            if not found:
                why = f"what is behind {rule.id} was not read"
                homes = self._front(balancer)
                door = _doubtful(balancer.id, rule.takes, why)
                self._add(replace(door, homes=homes or door.homes))

    def _front(self, balancer: Balancer) -> frozenset[str]:
        return self._homes(balancer.subnets) | (
            frozenset({INTERNET}) if balancer.public is not Truth.NO else frozenset()
        )

    def _behind(self, balancer: Balancer, rule: BalancerRule) -> Iterator[Door]:
        homes = self._front(balancer)
        via = (Via(asset=rule.id, says=rule.says, place=rule.place),)
        for machine in self._estate.machines:
            for interface in machine.interfaces:
                joined, why = _joined(interface, rule)
                if joined is Truth.NO:
                    continue
                if rule.balancer == UNSEEN:
                    joined, why = Truth.UNKNOWN, f"it is not known whether {rule.id} is of {balancer.id}"
                for home in sorted(homes):
                    public = home == INTERNET
                    yield Door(
                        target=machine.id,
                        homes=frozenset({home}),
                        end=End(addresses=PUBLIC) if public else End(addresses=PRIVATE),
                        clients=EVERYWHERE_V4 if public else EVERYWHERE,
                        listens=rule.gives & machine.listens,
                        asks=rule.takes,
                        gates=self._gates(interface, balancer.sku, public=public),
                        via=via,
                        truth=min(balancer.public, joined) if public else joined,
                        unknowns=(why or "it is not known whether the load balancer has a public address",),
                    )

    # Gateways

    def _gateway(self, gateway: Gateway) -> None:
        self._doors.setdefault(gateway.id, [])
        subnets = self._subnets(gateway.subnets)
        groups = frozenset({AZURE, *gateway.groups, *(f"subnet:{subnet.id}" for subnet in subnets)})
        networks = frozenset(f"vnet:{subnet.network}" for subnet in subnets)
        own = End(addresses=self._within(subnets) or PRIVATE, groups=groups | networks)
        front = self._before(gateway, own)
        door = Door(
            target=gateway.id,
            homes=frozenset({INTERNET}),
            end=End(addresses=PUBLIC),
            clients=EVERYWHERE_V4,
            listens=gateway.takes,
            gates=tuple(replace(gate, services=None) for gate in front),
            via=(Via(asset=gateway.id, says="listens on the Internet", place=gateway.place),),
            truth=gateway.public,
            unknowns=("it is not known whether it has a public address",),
            stop=Via(asset=gateway.id, says="has no public address", place=gateway.place),
        )
        self._add(door)
        through = replace(door, asks=gateway.takes, listens=gateway.gives, end=door.end)
        for machine in self._estate.machines:
            for interface in machine.interfaces:
                named = gateway.id in interface.gateways.known or interface.addresses.known & gateway.addresses.known
                if named or interface.gateways.more:
                    gates = tuple(replace(gate, peer=own) for gate in self._gates(interface, None, public=False))
                    way = replace(through, target=machine.id, gates=(*front, *gates))
                    self._add(
                        way if named else _unsure(way, f"it may be behind {gateway.id}: {interface.gateways.more}")
                    )
        for service in self._estate.services:
            if service.id in gateway.hosts:
                peer = End(addresses=PUBLIC, groups=groups)
                gate = Gate(table=f"{service.id}|rules", peer=peer)
                self._add(replace(through, target=service.id, listens=service.listens, gates=(*front, gate)))

    def _before(self, gateway: Gateway, own: End) -> tuple[Gate, ...]:
        """Return the gates before a gateway: those around its subnets."""
        found: list[Gate] = []
        for subnet in self._subnets(gateway.subnets):
            tables = [*self._groups(subnet.groups, subnet.network, inbound=True)]
            found += [Gate(table=table, own=own, services=gateway.takes) for table in tables]
        return tuple(found)

    # Services of the platform

    def _service(self, service: Service) -> None:
        table = f"{service.id}|rules"
        self._tables[table] = Table(
            id=service.id,
            rules=service.rules,
            otherwise=service.otherwise,
            says=service.says,
            more=service.more,
            place=service.place,
        )
        self._add(
            Door(
                target=service.id,
                homes=frozenset({INTERNET}),
                end=End(addresses=PUBLIC),
                clients=EVERYWHERE_V4,
                listens=service.listens,
                gates=(Gate(table=table),),
                via=(Via(asset=service.id, says="has an endpoint on the Internet", place=service.place),),
                truth=service.public,
                unknowns=(service.why or "it is not known whether it has an endpoint on the Internet",),
                stop=Via(asset=service.id, says="has no endpoint on the Internet", place=service.place),
            )
        )
        for home in sorted(self._homes(service.subnets)):
            end = End(
                addresses=self._within(self._subnets(service.subnets)) or PRIVATE, groups=frozenset({f"vnet:{home}"})
            )
            via = (Via(asset=service.id, says="has an address in the virtual network", place=service.place),)
            self._add(Door(target=service.id, homes=frozenset({home}), end=end, listens=service.listens, via=via))
        if service.runs:
            stand = Stand(
                home="",
                inside=End(addresses=NOTHING),
                outside=End(addresses=PUBLIC, groups=frozenset({AZURE})),
                leaves=Truth.YES,
            )
            self._stands[service.id] = (*self._stands.get(service.id, ()), stand)


def _unsure(door: Door, why: str) -> Door:
    return replace(door, truth=min(door.truth, Truth.UNKNOWN), unknowns=(why,))


def _joined(interface: Interface, rule: BalancerRule) -> tuple[Truth, str]:
    """Tell whether a rule of a load balancer sends to an interface."""
    if interface.pools.known & rule.pools.known or rule.id in interface.nat_rules.known:
        return Truth.YES, ""
    pools = interface.pools.more or (rule.pools.more if interface.pools else "")
    why = pools if rule.pools else interface.nat_rules.more
    return (Truth.UNKNOWN, f"it may be behind {rule.id}: {why}") if why else (Truth.NO, "")


def _union(some: Some) -> Ints:
    found = NOTHING
    for text in sorted(some.known):
        found = found | addresses(text)[0]
    return found


def _doubtful(target: str, listens: Ints, why: str) -> Door:
    """Return a door of which nothing is known but that it may be there."""
    homes = frozenset({INTERNET})
    end = End(addresses=PUBLIC)
    return Door(
        target=target,
        homes=homes,
        end=end,
        clients=EVERYWHERE_V4,
        listens=listens,
        truth=Truth.UNKNOWN,
        unknowns=(why,),
    )
