"""What tables let through between two ends, each question that comes to the same worked out once."""

from __future__ import annotations

from bartizan.core.truth import Truth
from bartizan.network.ranked.asking import Passed, at, of_all, passed
from bartizan.network.ranked.estate import Door, End, Estate, Gate, Stand, Table
from bartizan.network.space import ANY_SERVICE, EVERYWHERE, Between, Ints, Traffic, box, known

Signature = tuple[str, tuple[Truth, ...], str, frozenset[str], str]
"""A table, which of its rules are about its own end, and of the other end the groups that it asks for."""


class Letting:
    """Asks the tables of an estate."""

    def __init__(self, estate: Estate) -> None:
        self._tables = estate.tables
        self._named = {
            id: frozenset(group for rule in table.rules for group in rule.peer_groups)
            for id, table in estate.tables.items()
        }
        self._own: dict[tuple[str, End], tuple[tuple[Truth, ...], str]] = {}
        self._passed: dict[Signature, Passed] = {}
        self._services: dict[tuple[Signature, Ints], Between[Ints]] = {}

    def passed(self, table: str, own: End, peer: End) -> Passed:
        """Return what a table lets through, by the address of the peer."""
        return self._asked(self._signature(table, own, peer), own, peer)

    def services(self, table: str, own: End, peer: End) -> Between[Ints]:
        """Return the services that a table lets through with a peer somewhere in its addresses."""
        signature = self._signature(table, own, peer)
        key = (signature, peer.addresses)
        found = self._services.get(key)
        if found is None:
            found = self._services[key] = of_all(self._asked(signature, own, peer).traffic, peer.addresses)
        return found

    def out(self, table: str, stand: Stand, door: Door) -> Between[Ints]:
        """Return what a table lets out from a stand to a door, as the target behind it listens."""
        if not door.end.addresses:
            return known(ANY_SERVICE)
        services = self.services(table, stand.inside, door.end)
        return services if door.asks is None else _all_or_none(services, door.asks)

    def into(self, gate: Gate, client: End) -> Between[Ints]:
        """Return what a gate lets in from a client somewhere in its addresses."""
        services = self.services(gate.table, gate.own, gate.peer or client)
        return services if gate.services is None else _all_or_none(services, gate.services)

    def by_address(self, gate: Gate, client: End) -> Between[Traffic]:
        """Return what a gate lets in, by the address of the client."""
        if gate.peer is not None:
            services = self.into(gate, client)
            return Between(box(EVERYWHERE, services.certain), box(EVERYWHERE, services.possible), services.unknowns)
        let = self.passed(gate.table, gate.own, client).traffic
        if gate.services is None:
            return let
        asked = let.within(box(EVERYWHERE, gate.services))
        certain, possible = asked.certain.addresses(), asked.possible.addresses()
        return Between(box(certain, ANY_SERVICE), box(possible, ANY_SERVICE), asked.unknowns)

    def _asked(self, signature: Signature, own: End, peer: End) -> Passed:
        found = self._passed.get(signature)
        if found is None:
            found = self._passed[signature] = passed(self._table(signature[0]), own, peer)
        return found

    def _signature(self, table: str, own: End, peer: End) -> Signature:
        key = (table, own)
        mine = self._own.get(key)
        if mine is None:
            truths = tuple(at(rule, own) for rule in self._table(table).rules)
            mine = self._own[key] = (truths, own.unseen if Truth.UNKNOWN in truths else "")
        named = self._named.get(table, frozenset())
        return (table, *mine, peer.groups & named, peer.unseen if named else "")

    def _table(self, id: str) -> Table:
        found = self._tables.get(id)
        return Table(id=id, otherwise=Truth.UNKNOWN, more=f"{id} was not read") if found is None else found


def _all_or_none(services: Between[Ints], asked: Ints) -> Between[Ints]:
    """Return everything, or nothing, as something of what is asked is let through or not."""
    truth = services.within(asked).truth()
    if truth is Truth.UNKNOWN:
        return Between(Ints(), ANY_SERVICE, services.unknowns)
    return known(ANY_SERVICE if truth is Truth.YES else Ints())
