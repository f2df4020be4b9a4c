"""Network reach over an estate of ranked rules, for many sources and targets at once and for one pair with evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from bartizan.core.reach import INTERNET, Passage, Reached, Via
from bartizan.core.truth import Truth
from bartizan.graph.grid import Grid
from bartizan.network.ranked.asking import Passed, cells, of_all
from bartizan.network.ranked.estate import UNSEEN, Door, End, Estate, Gate, Stand
from bartizan.network.ranked.letting import Letting
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE,
    NOTHING,
    V6,
    Between,
    Ints,
    Span,
    Traffic,
    addresses,
    box,
    cidrs,
    known,
    listed,
    said,
    service,
)
from bartizan.network.space import protocol as read_protocol
from bartizan.network.wide import wide

_PRIVATE = (
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "168.63.129.16/32",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "224.0.0.0/3",
)
PRIVATE = Ints.of(span for text in _PRIVATE for span in addresses(text)[0].spans)
"""IPv4 addresses that nobody has on the Internet (IANA special-purpose registry); those of examples count as had.

168.63.129.16 is that of Azure's own platform, within each of its networks."""
PUBLIC = (EVERYWHERE - PRIVATE) & Ints.of([(0, V6 - 1), *addresses("2000::/3")[0].spans])
"""Addresses that somebody on the Internet may have."""
EVERYBODY = Stand(home=INTERNET, inside=End(addresses=PUBLIC))


@dataclass(frozen=True, slots=True)
class Way:
    """What comes from a stand through a door."""

    traffic: Between[Traffic]
    """By the address of the client, and as the target listens."""
    client: Ints
    gates: tuple[tuple[Passed, Gate | None], ...] = ()
    """What each gate let through; those that let the client out have no gate."""
    shut: Via | None = None

    def truth(self, everybody: bool) -> Truth:
        """Tell whether a client somewhere in `client` gets through, or, for everybody, very many of them do."""
        return self.services(everybody).truth()

    def services(self, everybody: bool) -> Between[Ints]:
        """Return what such a client gets through to."""
        return wide(self.traffic) if everybody else of_all(self.traffic, self.client)


class Ranked:
    """Network reach in an estate; implements `Reaching`."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._letting = Letting(estate)

    def sources(self) -> tuple[str, ...]:
        """Return the ids of all that connections can come from."""
        return tuple(self.estate.stands)

    def grid(self, targets: Sequence[str]) -> Grid:
        """Answer for all sources and many targets, by classes of what stands alike and what is reached alike."""
        rows, stands = _numbered(tuple(map(self._blurred_stand, each)) for each in self.estate.stands.values())
        columns, doors = _numbered(
            tuple(map(self._blurred_door, self.estate.doors.get(target, ()))) for target in targets
        )
        known_pairs: dict[tuple[Stand, Door], Truth] = {}
        truths = np.full((max(len(stands), 1), max(len(doors), 1)), Truth.NO, np.int8)
        for row, from_ in enumerate(stands):
            for column, into in enumerate(doors):
                truths[row, column] = max(
                    (self._known(known_pairs, stand, door) for stand in from_ for door in into), default=Truth.NO
                )
        return Grid(np.array(rows, np.int32), np.array(columns, np.int32), truths)

    def leaving(self, source: str) -> Truth:
        """Tell whether a source may open connections to the Internet."""
        stands = self.estate.stands.get(source)
        if stands is None:
            return Truth.UNKNOWN
        return max((self._leaves(stand) for stand in stands), default=Truth.UNKNOWN)

    def reach(self, source: str, target: str, protocol: str = "", port: int | None = None) -> Reached:
        """Answer one question with its evidence; the source may be a range of addresses."""
        stands = self.estate.stands.get(source) or self._somewhere(source)
        doors = self.estate.doors.get(target)
        if not stands or doors is None:
            missing = source if not stands else target
            why = f"{missing} is in no network that was read."
            return Reached(source=source, target=target, truth=Truth.UNKNOWN, why=why)
        wanted, problem = _wanted(protocol, port)
        if problem:
            return Reached(source=source, target=target, truth=Truth.UNKNOWN, why=problem)
        ways = [
            (door, way)
            for door in (replace(each, listens=each.listens & wanted) for each in doors)
            for stand in stands
            if (way := self._way(stand, door)) is not None
        ]
        return self._reached(source, target, ways)

    def _reached(self, source: str, target: str, ways: Sequence[tuple[Door, Way]]) -> Reached:
        everybody = source == INTERNET
        passages: list[Passage] = []
        narrow: list[str] = []
        stops: list[Via] = []
        for door, way in ways:
            if way.truth(everybody) is not Truth.NO:
                passages.extend(_passages(source, door, way, everybody))
                continue
            if everybody and way.traffic.possible:
                narrow.append(_narrow(way.traffic.possible))
            stops.extend(_stops(door, way, everybody))
        truth = max((passage.truth for passage in passages), default=Truth.NO)
        return Reached(
            source=source,
            target=target,
            truth=truth,
            why=_why(source, target, truth, passages, narrow, stops),
            passages=tuple(passages),
            stops=tuple(dict.fromkeys(stops)) if not passages else (),
            notes=(*dict.fromkeys(narrow), *self.estate.notes.get(target, ())),
        )

    def _known(self, pairs: dict[tuple[Stand, Door], Truth], stand: Stand, door: Door) -> Truth:
        key = (stand, door)
        if key not in pairs:
            way = self._way(stand, door)
            pairs[key] = Truth.NO if way is None else way.truth(stand.home == INTERNET and stand == EVERYBODY)
        return pairs[key]

    def _way(self, stand: Stand, door: Door) -> Way | None:
        """Return what comes from a stand through a door; None where they are in different networks."""
        near = stand.home in door.homes
        perhaps_near = not near and _perhaps_near(stand, door)
        near = near or perhaps_near
        client = stand.inside if near else stand.outside if INTERNET in door.homes else None
        if client is None or not door.listens:
            return None
        if door.truth is Truth.NO:
            return Way(known(Traffic()), client.addresses, shut=door.stop)
        clients = replace(client, addresses=client.addresses & door.clients)
        there = self._there(stand, door, near, perhaps_near)
        asked = [(self._letting.passed(table, stand.inside, door.end), None) for table in stand.out]
        gates = [(self._letting.passed(gate.table, gate.own, gate.peer or clients), gate) for gate in door.gates]
        shut = None if near or stand.leaves is not Truth.NO else Via(asset="", says=stand.why or "it has no way out")
        traffic = self._traffic(stand, door, clients, there)
        return Way(traffic, clients.addresses, (*asked, *gates), shut)

    def _traffic(self, stand: Stand, door: Door, client: End, there: Between[Ints]) -> Between[Traffic]:
        """Return what comes through, by the address of the client; services alone are weighed for a single one."""
        services = there.within(door.listens)
        for table in stand.out:
            services = services & self._letting.out(table, stand, door)
        if stand.home != INTERNET:
            for gate in door.gates:
                services = services & self._letting.into(gate, client)
        certain, possible = box(client.addresses, services.certain), box(client.addresses, services.possible)
        traffic = Between(certain, possible, services.unknowns)
        for gate in door.gates if stand.home == INTERNET else ():
            traffic = traffic & self._letting.by_address(gate, client)
        return traffic

    @staticmethod
    def _there(stand: Stand, door: Door, near: bool, perhaps_near: bool) -> Between[Ints]:
        """Return everything, as far as it is known that a door is there and can be got to."""
        doubts: list[str] = []
        if door.truth is Truth.UNKNOWN:
            doubts.append("; ".join(door.unknowns) or "it is not known whether it is there")
        if perhaps_near:
            doubts.append("it is not known whether the two are in one network")
        if not near and stand.leaves is Truth.NO:
            return known(NOTHING)
        if not near and stand.leaves is Truth.UNKNOWN:
            doubts.append(stand.why)
        return Between(NOTHING, ANY_SERVICE, tuple(doubts)) if doubts else known(ANY_SERVICE)

    def _leaves(self, stand: Stand) -> Truth:
        truth = stand.leaves
        for table in stand.out:
            let = self._letting.passed(table, stand.inside, End(addresses=PUBLIC)).traffic
            truth = min(truth, let.within(box(PUBLIC, ANY_SERVICE)).truth())
        return truth

    @staticmethod
    def _somewhere(source: str) -> tuple[Stand, ...]:
        """Return where an address range stands: on the Internet, if it is not one of those that nobody has there."""
        found, _ = addresses(source)
        home = INTERNET if found & PUBLIC else UNSEEN
        return (Stand(home=home, inside=End(addresses=found)),) if found else ()

    @cached_property
    def _cells(self) -> tuple[int, ...]:
        """Return the edges of all sets of addresses that rules ask for."""
        rules = [rule for table in self.estate.tables.values() for rule in table.rules]
        asked = [each for rule in rules for both in (rule.peers, rule.own) for each in (both.certain, both.possible)]
        return cells([*dict.fromkeys(asked), PUBLIC])

    def _blurred(self, end: End) -> End:
        """Return an end whose addresses are widened to all that no rule tells from them."""
        edges = self._cells
        spans: list[Span] = []
        for low, high in end.addresses.spans:
            first, last = bisect_right(edges, low), bisect_right(edges, high)
            after = edges[last] - 1 if last < len(edges) else max(high, 1 << 200)
            spans.append((edges[first - 1] if first else 0, after))
        return replace(end, addresses=Ints.of(spans))

    def _blurred_stand(self, stand: Stand) -> Stand:
        return stand if stand.home == INTERNET else replace(stand, inside=self._blurred(stand.inside))

    def _blurred_door(self, door: Door) -> Door:
        gates = tuple(replace(gate, own=self._blurred(gate.own)) for gate in door.gates)
        end = self._blurred(door.end)
        return replace(door, target="", via=(), stop=None, gates=gates, end=end)


def _perhaps_near(stand: Stand, door: Door) -> bool:
    """Tell whether a network that was not read may be the one that a door is in."""
    if stand.home == INTERNET or not stand.home:
        return False
    return UNSEEN in door.homes or (stand.home == UNSEEN and INTERNET not in door.homes)


def _numbered(keys: Iterable[tuple[object, ...]]) -> tuple[list[int], list[tuple[Any, ...]]]:
    numbers: dict[tuple[object, ...], int] = {}
    codes = [numbers.setdefault(key, len(numbers)) for key in keys]
    return codes, list(numbers)


def _wanted(protocol: str, port: int | None) -> tuple[Ints, str]:
    number, problem = read_protocol(protocol)
    if problem or port is None:
        return service(number), problem
    if not 0 <= port < 1 << 16:
        return NOTHING, f"{port} is no port; they go from 0 to 65535."
    return service(number, Ints(((port, port),))), ""


def _passages(source: str, door: Door, way: Way, everybody: bool) -> Iterator[Passage]:
    """Yield what is certain, and what is only possible, by protocol."""
    services = way.services(everybody)
    unknowns = services.unknowns
    for truth, some in ((Truth.YES, services.certain), (Truth.UNKNOWN, services.possible - services.certain)):
        whole = way.traffic.certain if truth is Truth.YES else way.traffic.possible
        open_to = whole & box(EVERYWHERE, some) if everybody else box(way.client, some)
        for where, spoken in open_to.parts:
            for name, ports in listed(spoken):
                part = spoken & service(read_protocol(name)[0])
                yield Passage(
                    source=source,
                    target=door.target,
                    protocol=name,
                    ports=ports,
                    addresses=_ranges(where) if everybody else (),
                    truth=truth,
                    via=(*door.via, *_vias(way, box(where, part))),
                    unknowns=() if truth is Truth.YES else unknowns,
                )


def _ranges(of: Ints) -> tuple[str, ...]:
    """Return addresses as ranges; everyone on the Internet is everyone."""
    four, six = of & Ints(((0, V6 - 1),)), of - Ints(((0, V6 - 1),))
    found = [] if not four else ["0.0.0.0/0"] if four.covers(PUBLIC & Ints(((0, V6 - 1),))) else list(cidrs(four))
    found += [] if not six else ["::/0"] if six.covers(PUBLIC - Ints(((0, V6 - 1),))) else list(cidrs(six))
    return tuple(found)


def _vias(way: Way, traffic: Traffic) -> Iterator[Via]:
    """Yield the rules that let some traffic through, gate by gate."""
    for let, gate in way.gates:
        asked = box(EVERYWHERE, ANY_SERVICE) if gate is None or gate.peer or gate.services is not None else traffic
        yield from (via for via, part in let.allowed if part & asked)


def _stops(door: Door, way: Way, everybody: bool) -> Iterator[Via]:
    if way.shut is not None:
        yield way.shut
    for let, gate in way.gates:
        client = way.client if gate is not None and gate.peer is None else EVERYWHERE
        services = door.listens if gate is None or gate.services is None else gate.services
        asked = box(client, services)
        if way.truth(everybody) is Truth.NO and not (let.traffic.possible & asked).covers(asked):
            yield from (via for via, part in let.refused if part & asked)


def _narrow(traffic: Traffic) -> str:
    part = traffic.parts[0]
    return f"only {', '.join(cidrs(part[0])[:4])} can connect, with {said(part[1])}"


def _why(
    source: str, target: str, truth: Truth, passages: Sequence[Passage], narrow: Sequence[str], stops: Sequence[Via]
) -> str:
    who = "the Internet" if source == INTERNET else source
    if truth is Truth.YES:
        first = next(passage for passage in passages if passage.truth is Truth.YES)
        how = "; ".join(via.says for via in first.via) or "nothing stops it"
        return f"{_capital(who)} reaches {target} on {_spoken(first)}: {how}."
    if truth is Truth.UNKNOWN:
        reasons = list(dict.fromkeys(why for passage in passages for why in passage.unknowns))
        return f"{_capital(who)} may reach {target}: {'; '.join(reasons[:3]) or 'not everything could be seen'}."
    if narrow:
        return f"{_capital(who)} does not reach {target}: {narrow[0]}."
    reason = "; ".join(dict.fromkeys(via.says for via in stops[:3]))
    return f"{_capital(who)} does not reach {target}: {reason or 'it has no address there'}."


def _spoken(passage: Passage) -> str:
    ports = ",".join(str(low) if low == high else f"{low}-{high}" for low, high in passage.ports[:4])
    return f"{passage.protocol} {ports}".strip() if passage.protocol != "all" else "every port"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text.startswith("the ") else text
