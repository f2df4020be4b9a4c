"""One question about reach, answered: all ways there are with what each goes through, or what stops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bartizan.core.reach import INTERNET, Passage, Reached, Via
from bartizan.core.truth import Truth
from bartizan.network.aws.estate import Lead, Thing
from bartizan.network.aws.network import EVERYBODY, MOST_RELAYS, Network, Origin, Outside
from bartizan.network.aws.vias import Vias, through
from bartizan.network.space import (
    ANY_PORT,
    ANY_SERVICE,
    EVERYWHERE,
    NOTHING,
    Between,
    Ints,
    addresses,
    cidrs,
    listed,
    ports,
    protocol,
    said,
    service,
)

MOST_PASSAGES = 40
"""Ways that are told: hundreds of listeners may lead to one group of machines."""
MOST_RANGES = 16


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a target."""

    services: Between[Ints]
    """As the target listens."""
    among: Ints
    """Addresses of the Internet that it is for."""
    vias: tuple[Via, ...]


class Answering:
    """Answers questions with evidence."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._vias = Vias(network)

    def reach(self, source: str, target: str, spoken: str, port: int | None) -> Reached:
        """Answer whether a source reaches a target with a protocol (any where empty) at a port (any where None)."""
        wanted, problem = _wanted(spoken, port)
        origin, wrong = self._origin(source)
        if problem or wrong or origin is None:
            return Reached(source=source, target=target, truth=Truth.UNKNOWN, why=problem or wrong)
        if not self._known(target):
            why = f"{target} is in no network that was read."
            return Reached(source=source, target=target, truth=Truth.NO, why=why)
        truth = self._network.reached(origin, target).within(wanted).truth()
        passages = list(self._passages(origin, source, target, wanted))[:MOST_PASSAGES]
        stops = () if truth is not Truth.NO else tuple(dict.fromkeys(self._stops(origin, target, wanted)))
        return Reached(
            source=source,
            target=target,
            truth=truth,
            why=_why(source, target, truth, passages, stops),
            passages=tuple(passages) if truth is not Truth.NO else (),
            stops=stops,
            notes=self._notes(origin, target, truth, wanted),
        )

    def _origin(self, source: str) -> tuple[Origin | None, str]:
        origin = self._network.origin(source)
        if origin is not None:
            return origin, ""
        found, problem = addresses(source)
        if found:
            return Outside(found), ""
        looks = source[:1].isdigit() or ":" in source[:5]
        return None, problem if looks else f"{source} is in no network that was read."

    def _known(self, target: str) -> bool:
        estate = self._network.estate
        return target in estate.things or target in estate.doors or bool(self._network.leads(target))

    def _passages(self, origin: Origin, source: str, target: str, wanted: Ints) -> Iterator[Passage]:
        for way in self._ways(origin, target, wanted, ()):
            yield from _passages(way, source, target, isinstance(origin, Outside))

    def _ways(self, origin: Origin, target: str, wanted: Ints, seen: tuple[str, ...]) -> Iterator[Way]:
        """Yield each way to a target: the services it is for, and what it goes through."""
        direct = self._network.direct(origin, target).within(wanted)
        if direct.possible:
            among, vias = self._direct(origin, target, direct.possible)
            yield Way(direct, among, vias)
        if isinstance(origin, Thing):
            yield from self._by_internet(origin, target, wanted, seen)
        for lead in self._network.leads(target) if len(seen) < MOST_RELAYS else ():
            if lead.relay not in seen and lead.truth is not Truth.NO:
                yield from self._by_relay(origin, lead, wanted, (*seen, target))

    def _by_internet(self, origin: Thing, target: str, wanted: Ints, seen: tuple[str, ...]) -> Iterator[Way]:
        out = self._network.leaving(origin)
        if out.truth() is Truth.NO:
            return
        left = tuple(via for stand in origin.stands[:1] for via in self._vias.outbound(stand, out.possible))
        for way in self._ways(EVERYBODY, target, wanted, seen):
            yield replace(way, services=_at_most(way.services, out), vias=(*left, *way.vias))

    def _by_relay(self, origin: Origin, lead: Lead, wanted: Ints, seen: tuple[str, ...]) -> Iterator[Way]:
        hop = self._network.handed(origin, lead) if lead.gives else None
        for way in self._ways(origin, lead.relay, lead.takes, seen):
            given = way.services if hop is None else _at_most(hop, way.services)
            found = _doubted(given, lead).within(wanted)
            if found.possible:
                vias = (*way.vias, *through(lead.through), *self._hop(lead, found.possible))
                yield Way(found, way.among, vias)

    def _hop(self, lead: Lead, services: Ints) -> Iterator[Via]:
        things = self._network.estate.things
        relay, target = things.get(lead.relay), things.get(lead.target)
        if relay is None or target is None or not lead.gives or lead.inside:
            return
        for start in relay.stands:
            for end in target.stands:
                if lead.keeps_source or self._network.opening.inner(start, end).possible & services:
                    yield from self._vias.inner(start, end, services)
                    return

    def _direct(self, origin: Origin, target: str, services: Ints) -> tuple[Ints, tuple[Via, ...]]:
        estate = self._network.estate
        door, thing = estate.doors.get(target), estate.things.get(target)
        if isinstance(origin, Outside) and door is not None and door.listens & services and door.open_to.possible:
            return door.open_to.possible & _among(origin), (Via(asset=door.id, says=door.says, place=door.place),)
        for end in thing.stands if thing is not None else ():
            if thing is not None and isinstance(origin, Outside):
                if self._network.opening.inbound(thing, end).possible.at(_among(origin)) & services:
                    among = self._vias.addresses(thing, end, services) & _among(origin)
                    return among, tuple(self._vias.inbound(end, _among(origin), services))
                continue
            for start in origin.stands if isinstance(origin, Thing) else ():
                if self._network.opening.inner(start, end).possible & services:
                    return NOTHING, tuple(self._vias.inner(start, end, services))
        return NOTHING, ()

    def _stops(self, origin: Origin, target: str, wanted: Ints) -> Iterator[Via]:
        estate = self._network.estate
        door, thing = estate.doors.get(target), estate.things.get(target)
        if door is not None and isinstance(origin, Outside) and door.stop:
            yield Via(asset=door.id, says=door.stop, place=door.place)
        if thing is not None and thing.answers:
            yield from self._stopped(origin, thing, wanted)
        for lead in self._network.leads(target):
            last = lead.through[-1] if lead.through else (lead.relay, "", None)
            if lead.stop and lead.truth is Truth.NO:
                yield Via(asset=last[0], says=lead.stop, place=last[2])
            elif not self._network.reached(origin, lead.relay).possible:
                yield Via(asset=lead.relay, says=f"leads to {target}, and is not reached itself")

    def _stopped(self, origin: Origin, thing: Thing, wanted: Ints) -> Iterator[Via]:
        services = thing.listens.possible & wanted
        if not services:
            on = said(thing.listens.possible)
            yield Via(asset=thing.id, says=f"listens on {on} only", place=thing.place)
            return
        for end in thing.stands:
            if isinstance(origin, Outside):
                yield from self._vias.shut_out(thing, end, services)
            for start in origin.stands if isinstance(origin, Thing) else ():
                yield from self._vias.stopping(start, end, services)

    def _notes(self, origin: Origin, target: str, truth: Truth, wanted: Ints) -> tuple[str, ...]:
        thing, door = self._network.estate.things.get(target), self._network.estate.doors.get(target)
        if origin is not EVERYBODY or truth is Truth.YES:
            return ()
        found = self._vias.limited(thing, wanted & thing.listens.possible) if thing is not None else ()
        if door is not None and door.open_to.certain:
            found = (*found, *cidrs(door.open_to.certain)[:MOST_RANGES])
        return (f"It is open to {', '.join(found)} alone, which is not everybody.",) if found else ()


def _wanted(spoken: str, port: int | None) -> tuple[Ints, str]:
    """Return the services that are asked for, and what is wrong with how they are asked for."""
    number, problem = protocol(spoken)
    at, wrong = ports(port) if port is not None else (ANY_PORT, "")
    return (ANY_SERVICE, problem or wrong) if problem or wrong else (service(number, at), "")


def _among(origin: Origin) -> Ints:
    return origin.among if isinstance(origin, Outside) and origin.among is not None else EVERYWHERE


def _at_most(found: Between[Ints], by: Between[Ints]) -> Between[Ints]:
    """Return services, no more certain than something else that is needed for them."""
    if by.truth() is Truth.YES:
        return found
    return Between(found.certain - found.certain, found.possible, (*found.unknowns, *by.unknowns))


def _doubted(found: Between[Ints], lead: Lead) -> Between[Ints]:
    if lead.truth is Truth.YES:
        return found
    return Between(found.certain - found.certain, found.possible, (*found.unknowns, lead.unknown))


def _passages(way: Way, source: str, target: str, outside: bool) -> Iterator[Passage]:
    found, vias = way.services, tuple(dict.fromkeys(way.vias))
    ranges = cidrs(way.among)[:MOST_RANGES] if outside else ()
    for truth, services in ((Truth.YES, found.certain), (Truth.UNKNOWN, found.possible - found.certain)):
        for name, held in listed(services)[:8]:
            passage = Passage(source=source, target=target, protocol=name, ports=held, addresses=ranges, via=vias)
            unknowns = tuple(dict.fromkeys(each for each in found.unknowns if each))
            yield passage if truth is Truth.YES else replace(passage, truth=truth, unknowns=unknowns)


def _why(source: str, target: str, truth: Truth, passages: Sequence[Passage], stops: Sequence[Via]) -> str:
    named = "The Internet" if source == INTERNET else source
    if truth is Truth.NO:
        reason = f": {stops[0].asset} {stops[0].says}" if stops else ""
        return f"{named} does not reach {target}{reason}."
    verb = "reaches" if truth is Truth.YES else "may reach"
    first = next((each for each in passages if each.truth is truth), None)
    if first is None:
        return f"{named} {verb} {target}."
    at = f" at {_spoken(first)}" if first.protocol != "all" else ""
    return f"{named} {verb} {target}{at}."


def _spoken(passage: Passage) -> str:
    spans = ",".join(str(low) if low == high else f"{low}-{high}" for low, high in passage.ports[:6])
    return f"{passage.protocol} {spans}".strip() if spans != "0-65535" else passage.protocol
