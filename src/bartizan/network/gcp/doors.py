"""What leads to the machines and services of a Google Cloud estate: addresses, forwarding rules, endpoints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bartizan.core.reach import INTERNET, Via
from bartizan.core.truth import Truth
from bartizan.network.gcp.estate import Backend, Estate, Forwarding, Machine, Network, Service
from bartizan.network.gcp.firewall import table
from bartizan.network.ranked import estate as ranked
from bartizan.network.ranked.estate import UNSEEN, Door, End, Gate, Stand, Table, itself
from bartizan.network.ranked.reach import EVERYBODY, PRIVATE, PUBLIC
from bartizan.network.space import ANY_SERVICE, EVERYWHERE, EVERYWHERE_V4, NOTHING, Ints, addresses, said

FRONT_ENDS = addresses("130.211.0.0/22")[0] | addresses("35.191.0.0/16")[0]
"""Where proxies of global load balancers connect from (cloud.google.com/load-balancing/docs/firewall-rules)."""
UNREAD, NOT_READ = "?network", "its network was not read"
WHICH = "it is in several networks, and in which one it has its public address is not known"


def ranked_estate(estate: Estate) -> ranked.Estate:
    """Return an estate in the form that is common to all clouds."""
    return _Making(estate).made()


class _Making:
    """Makes tables, stands and doors."""

    def __init__(self, estate: Estate) -> None:
        self._estate = estate
        self._machines = {machine.id: machine for machine in estate.machines}
        self._services = {service.id: service for service in estate.services}
        self._stands: dict[str, tuple[Stand, ...]] = {INTERNET: (EVERYBODY,)}
        self._doors: dict[str, list[Door]] = {}
        self._tables: dict[str, Table] = {
            UNREAD: Table(
                id="", otherwise=Truth.UNKNOWN, says="its network was not read", more="its network was not read"
            )
        }
        for network in estate.networks.values():
            self._tables[f"{network.id}|in"] = table(network, ingress=True)
            self._tables[f"{network.id}|out"] = table(network, ingress=False)

    def made(self) -> ranked.Estate:
        for machine in self._estate.machines:
            self._machine(machine)
        for service in self._estate.services:
            self._service(service)
        for forwarding in self._estate.forwarding:
            self._forwarding(forwarding)
        doors = {target: tuple(dict.fromkeys(found)) for target, found in self._doors.items()}
        return ranked.Estate(self._tables, self._stands, doors, self._notes())

    def _notes(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for forwarding in self._estate.forwarding:
            for id in (forwarding.id, *(backend.target for backend in forwarding.backends)):
                found[id] = tuple(dict.fromkeys((*found.get(id, ()), *forwarding.notes)))
        return found

    def _add(self, *doors: Door) -> None:
        for door in doors:
            self._doors.setdefault(door.target, []).append(door)

    # Machines

    def _homes(self, network: str) -> frozenset[str]:
        found = self._estate.networks.get(network)
        return frozenset({network}) | (found.peers if found else frozenset())

    @staticmethod
    def _end(machine: Machine, network: str) -> End:
        groups = {f"tag:{tag}@{network}" for tag in machine.tags.known}
        groups |= {f"account:{account}@{network}" for account in machine.accounts.known}
        unseen = machine.tags.more or machine.accounts.more
        return End(addresses=machine.addresses or PRIVATE, groups=frozenset(groups), unseen=unseen)

    def _gates(self, machine: Machine, network: str, peer: End | None = None) -> tuple[Gate, ...]:
        name = f"{network}|in" if network in self._estate.networks else UNREAD
        return (Gate(table=name, own=self._end(machine, network), peer=peer),)

    def _networks(self, machine: Machine) -> list[str]:
        return sorted(machine.networks.known) or [UNSEEN]

    def _machine(self, machine: Machine) -> None:
        self._doors.setdefault(machine.id, [])
        stands: list[Stand] = []
        several = len(machine.networks.known) > 1
        for name in self._networks(machine):
            end = self._end(machine, name)
            leaves, why = self._leaves(machine, name)
            out = (f"{name}|out",) if name in self._estate.networks else (UNREAD,)
            outside = End(addresses=PUBLIC)
            stands.append(Stand(home=name, inside=end, out=out, outside=outside, leaves=leaves, why=why))
            if not machine.answers:
                continue
            gates = self._gates(machine, name)
            self._add(Door(target=machine.id, homes=self._homes(name), end=end, gates=gates))
            truth, doubt = self._addressed(machine, name, several)
            if machine.public is not Truth.NO:
                self._add(
                    Door(
                        target=machine.id,
                        homes=frozenset({INTERNET}),
                        end=End(addresses=PUBLIC),
                        clients=EVERYWHERE_V4,
                        gates=gates,
                        via=(Via(asset=machine.id, says="has a public address", place=machine.place),),
                        truth=truth,
                        unknowns=(doubt,) if doubt else (),
                        stop=Via(asset=name, says="has no route to the Internet for answers"),
                    )
                )
        self._stands[machine.id] = tuple(stands)

    def _addressed(self, machine: Machine, network: str, several: bool) -> tuple[Truth, str]:
        """Return whether what the Internet sends to a machine's public address gets there, and is answered."""
        routed, why = self._routed(machine, network)
        if machine.public is Truth.UNKNOWN:
            return min(routed, Truth.UNKNOWN), "it is not known whether it has a public address"
        if several:
            return min(routed, Truth.UNKNOWN), WHICH
        return routed, why

    def _routed(self, machine: Machine, network: str) -> tuple[Truth, str]:
        """Return whether there is a route to the Internet for a machine."""
        found = self._estate.networks.get(network)
        if found is None:
            return Truth.UNKNOWN, NOT_READ
        mine = [route for route in found.routes if not route.tags.known or route.tags.known & machine.tags.known]
        if any(route.to_internet is not Truth.YES for route in mine):
            return Truth.UNKNOWN, "a route sends packets for everywhere to something that was not read"
        if found.default_routes is Truth.YES or any(not route.tags.more for route in mine):
            return Truth.YES, ""
        if mine or found.default_routes is Truth.UNKNOWN or (machine.tags.more and found.routes):
            return Truth.UNKNOWN, "it is not known whether its network has a route to the Internet"
        return Truth.NO, "its network has no route to the Internet"

    def _leaves(self, machine: Machine, network: str) -> tuple[Truth, str]:
        routed, why = self._routed(machine, network)
        found = self._estate.networks.get(network)
        if routed is Truth.NO or found is None:
            return routed, why
        if not machine.answers:
            return Truth.YES, ""
        translated = Truth.YES if machine.subnets & found.nat_subnets else found.nat
        way = max(machine.public, translated)
        if way is Truth.NO:
            return way, "it has no public address, and no translation of addresses is there"
        return min(way, routed), why or "it is not known whether it has a public address"

    # Forwarding rules

    def _forwarding(self, forwarding: Forwarding) -> None:
        self._doors.setdefault(forwarding.id, [])
        for home in self._front(forwarding):
            found = [door for backend in forwarding.backends for door in self._through(forwarding, backend, home)]
            for door in found:
                self._add(door, itself(door, forwarding.id, forwarding.takes))
            if forwarding.unseen or not found:
                why = forwarding.unseen or "what it leads to was not read"
                self._add(self._door(forwarding, home, forwarding.id, forwarding.takes, Truth.UNKNOWN, why))
            if forwarding.unseen:
                self._add(*self._perhaps_behind(forwarding, home))

    def _perhaps_behind(self, forwarding: Forwarding, home: str) -> Iterator[Door]:
        """Yield doors to all that may be behind a forwarding rule of which that was not read."""
        why = f"it may be behind {forwarding.id}: {forwarding.unseen}"
        for target in (*self._machines, *self._services):
            yield self._door(forwarding, home, target, ANY_SERVICE, Truth.UNKNOWN, why)

    def _front(self, forwarding: Forwarding) -> list[str]:
        if forwarding.external is not Truth.NO:
            return [INTERNET]
        return sorted(set().union(*(self._homes(network) for network in forwarding.networks)))

    @staticmethod
    def _door(forwarding: Forwarding, home: str, target: str, listens: Ints, truth: Truth, why: str) -> Door:
        public = home == INTERNET
        says = f"listens for {said(forwarding.takes)}"
        return Door(
            target=target,
            homes=frozenset({home}),
            end=End(addresses=PUBLIC if public else PRIVATE),
            clients=EVERYWHERE_V4 if public else EVERYWHERE,
            listens=listens,
            asks=forwarding.takes,
            via=(Via(asset=forwarding.id, says=says, place=forwarding.place),),
            truth=min(truth, forwarding.external) if public else truth,
            unknowns=(why or "it is not known whether it has a public address",),
        )

    def _through(self, forwarding: Forwarding, backend: Backend, home: str) -> Iterator[Door]:
        service = self._services.get(backend.target)
        if service is not None:
            truth = min(backend.truth, service.balanced)
            why = backend.why or "it is not known whether it takes what comes over load balancers"
            door = self._door(forwarding, home, backend.target, service.listens, truth, why)
            yield replace(
                door, stop=Via(asset=service.id, says="takes nothing from load balancers", place=service.place)
            )
            return
        machine = self._machines.get(backend.target)
        for name in self._networks(machine) if machine else []:
            assert machine is not None  # noqa: S101 - there is a network of it: tells the type checker
            door = self._door(forwarding, home, machine.id, backend.gives, backend.truth, backend.why)
            peer = self._proxies(forwarding, self._estate.networks.get(name)) if forwarding.proxy else None
            yield replace(door, gates=self._gates(machine, name, peer))

    @staticmethod
    def _proxies(forwarding: Forwarding, network: Network | None) -> End:
        """Return where the proxies of a load balancer connect from."""
        if not forwarding.managed:
            return End(addresses=FRONT_ENDS)
        own = network.proxies if network else NOTHING
        return End(addresses=own or PRIVATE)

    # Services of the platform

    def _service(self, service: Service) -> None:
        name = f"{service.id}|rules"
        self._tables[name] = Table(
            id=service.id, rules=service.rules, otherwise=service.otherwise, says=service.says, place=service.place
        )
        self._add(
            Door(
                target=service.id,
                homes=frozenset({INTERNET}),
                end=End(addresses=PUBLIC),
                clients=EVERYWHERE_V4,
                listens=service.listens,
                gates=(Gate(table=name),),
                via=(Via(asset=service.id, says="has an endpoint on the Internet", place=service.place),),
                truth=service.public,
                unknowns=(service.why or "it is not known whether it has an endpoint on the Internet",),
                stop=Via(asset=service.id, says=service.why or "has no endpoint on the Internet", place=service.place),
            )
        )
        for network in sorted(service.networks.known):
            if service.within is not Truth.NO:
                self._add(
                    Door(
                        target=service.id,
                        homes=frozenset({network}),
                        end=End(addresses=PRIVATE),
                        listens=service.listens,
                        via=(Via(asset=service.id, says="has an address in the network", place=service.place),),
                        truth=service.within,
                        unknowns=("it is not known whether it answers what comes from the network",),
                    )
                )
        if service.runs:
            stand = Stand(home="", inside=End(addresses=NOTHING), outside=End(addresses=PUBLIC), leaves=Truth.YES)
            self._stands[service.id] = (*self._stands.get(service.id, ()), stand)
