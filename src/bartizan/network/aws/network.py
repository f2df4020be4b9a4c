"""Who reaches what in an AWS estate: directly, over the Internet, and through what passes requests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

from bartizan.core.reach import INTERNET
from bartizan.core.truth import Truth
from bartizan.network.aws.estate import UNSEEN, Door, Estate, Lead, Thing
from bartizan.network.aws.firewall import NO_SERVICE
from bartizan.network.aws.opening import Opening
from bartizan.network.space import ANY_SERVICE, NOTHING, Between, Ints, known, perhaps
from bartizan.network.wide import is_wide, somewhere, wide

MOST_RELAYS = 5
"""How many relays are followed one after the other: distributions, APIs and load balancers are no longer chains."""


class Outside:
    """Connections from the Internet: from everybody, or from some addresses."""

    __slots__ = ("among",)

    def __init__(self, among: Ints | None = None) -> None:
        self.among = among


EVERYBODY = Outside()
Origin = Thing | Outside


class Network:
    """The reach of an estate."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.opening = Opening(estate)
        self.sources: tuple[str, ...] = (INTERNET, *(thing.id for thing in estate.things.values() if thing.source))
        self._leads: dict[str, list[Lead]] = defaultdict(list)
        for lead in estate.leads:
            self._leads[lead.target].append(lead)
        self._known: dict[tuple[Hashable, Hashable], Between[Ints]] = {}
        self._leaving: dict[Hashable, Between[Ints]] = {}

    def leads(self, target: str) -> Sequence[Lead]:
        """Return what leads to a target."""
        anything = self._leads.get(UNSEEN, ()) if target in self.estate.things else ()
        return (*self._leads.get(target, ()), *(replace(lead, target=target) for lead in anything))

    def origin(self, source: str) -> Origin | None:
        """Return where connections of a source come from; None for one that none come from."""
        if source == INTERNET:
            return EVERYBODY
        return self.estate.things.get(source)

    def reached(self, source: Origin, target: str) -> Between[Ints]:
        """Return the services that a source reaches at a target, by any way."""
        return self._reached(source, target, ())

    def leaving(self, source: Thing) -> Between[Ints]:
        """Return the services on the Internet that a source may open connections to."""
        key = source_class(source)
        if key not in self._leaving:
            found = perhaps(ANY_SERVICE, source.unknown) if source.unknown else NO_SERVICE
            if source.outside is not Truth.NO:
                why = "it is not known whether it runs in a network of its owner"
                found = known(ANY_SERVICE) if source.outside is Truth.YES else perhaps(ANY_SERVICE, why)
            for stand in source.stands:
                found = found | self.opening.outbound(source, stand)
            self._leaving[key] = found
        return self._leaving[key]

    def _reached(self, source: Origin, target: str, seen: tuple[str, ...]) -> Between[Ints]:
        whole = not seen
        key = (source_class(source), target)
        if key in self._known:
            return self._known[key]
        found = self.direct(source, target)
        if isinstance(source, Thing):
            found = found | self._over_the_internet(source, target, seen)
        for lead in self.leads(target) if len(seen) < MOST_RELAYS else ():
            if lead.relay not in seen and lead.relay != target and lead.truth is not Truth.NO:
                found = found | self._through(source, lead, (*seen, target))
        if whole:
            self._known[key] = found
        return found

    def direct(self, source: Origin, target: str) -> Between[Ints]:
        """Return the services that a source reaches at a target itself."""
        found = NO_SERVICE
        door = self.estate.doors.get(target)
        if door is not None and isinstance(source, Outside):
            found = found | entered(door, source)
        thing = self.estate.things.get(target)
        if thing is None or not thing.answers:
            return found
        services = self._inbound(source, thing) if isinstance(source, Outside) else self._inside(source, thing)
        return found | (services & thing.listens)

    def _inbound(self, source: Outside, thing: Thing) -> Between[Ints]:
        found = _uncertain(thing)
        for stand in thing.stands:
            traffic = self.opening.inbound(thing, stand)
            found = found | (wide(traffic) if source.among is None else somewhere(traffic, source.among))
        return found

    def _inside(self, source: Thing, target: Thing) -> Between[Ints]:
        found = _uncertain(target) if source.stands else NO_SERVICE
        if source.unknown and target.stands:
            found = found | perhaps(ANY_SERVICE, source.unknown)
        for start in source.stands:
            for end in target.stands:
                found = found | self.opening.inner(start, end)
        return found

    def _over_the_internet(self, source: Thing, target: str, seen: tuple[str, ...]) -> Between[Ints]:
        """Return what a source reaches as everybody does, where it may leave its network."""
        public = self._reached(EVERYBODY, target, seen)
        if not public.possible:
            return NO_SERVICE
        out = self.leaving(source)
        if out.truth() is Truth.NO:
            return NO_SERVICE
        return public if out.truth() is Truth.YES else perhaps(public.possible, out.unknowns[0] if out.unknowns else "")

    def _through(self, source: Origin, lead: Lead, seen: tuple[str, ...]) -> Between[Ints]:
        taken = self._reached(source, lead.relay, seen).within(lead.takes)
        if not taken.possible:
            return NO_SERVICE
        given = self.handed(source, lead) if lead.gives else taken
        doubt = lead.unknown if lead.truth is Truth.UNKNOWN else ""
        if not doubt and taken.truth() is Truth.UNKNOWN:
            doubt = next(iter(taken.unknowns), f"it is not known whether {lead.relay} is reached")
        return perhaps(given.possible, doubt) if doubt else given

    def handed(self, source: Origin, lead: Lead) -> Between[Ints]:
        """Return the services of a target that a relay reaches for a source."""
        if lead.inside:
            return known(lead.gives)
        relay, target = self.estate.things.get(lead.relay), self.estate.things.get(lead.target)
        if target is None or not target.stands or relay is None or not relay.stands:
            return self._handed_elsewhere(relay, target, lead)
        found = NO_SERVICE
        for end in target.stands:
            client = self._client(source, target, end) if lead.keeps_source else None
            for start in relay.stands:
                found = found | self.opening.passed_on(start, end, client)
        return (found | _uncertain(target)).within(lead.gives)

    def _handed_elsewhere(self, relay: Thing | None, target: Thing | None, lead: Lead) -> Between[Ints]:
        """Return what is handed on where one of the two stands in no subnet that was read."""
        if target is not None and not target.stands and not target.unknown:
            return known(lead.gives)
        if relay is None and lead.relay in self.estate.doors:
            found = self._reached(EVERYBODY, lead.target, (lead.relay,)) | known(NOTHING)
            return found.within(lead.gives)
        return perhaps(lead.gives, f"it is not known where {lead.target} or {lead.relay} stands")

    def _client(self, source: Origin, target: Thing, end: object) -> Between[Ints]:
        """Return what a target lets in from a client whose address it sees through a relay."""
        stand = next(each for each in target.stands if each is end)
        if isinstance(source, Outside):
            return self.opening.admits(stand, source.among)
        found = NO_SERVICE
        for start in source.stands:
            subnet = self.opening.subnet(start)
            found = found | self.opening.admits(stand, subnet.v4)
        return found | self.opening.admits(stand, None)


def entered(door: Door, source: Outside) -> Between[Ints]:
    """Return the services of a door that a source outside reaches."""
    certain, possible = door.open_to.certain, door.open_to.possible
    if source.among is None:
        sure, maybe = is_wide(certain), is_wide(possible)
    else:
        sure, maybe = bool(certain & source.among), bool(possible & source.among)
    if sure:
        return known(door.listens)
    return perhaps(door.listens, next(iter(door.open_to.unknowns), "")) if maybe else NO_SERVICE


def source_class(source: Origin) -> Hashable:
    """Return what sources have in common that reach the same."""
    if isinstance(source, Outside):
        return (INTERNET, source.among)
    return (frozenset(source.stands), source.public, source.public_v6, source.outside, source.unknown)


def target_class(network: Network, target: str) -> Hashable:
    """Return what targets have in common that are reached by the same."""
    thing, door = network.estate.things.get(target), network.estate.doors.get(target)
    leads = frozenset(replace(lead, target="") for lead in network.leads(target))
    stands = None if thing is None else replace(thing, id="", place=None, source=False)
    return (stands, None if door is None else replace(door, id="", place=None), leads)


def _uncertain(thing: Thing) -> Between[Ints]:
    return perhaps(ANY_SERVICE, thing.unknown) if thing.unknown else NO_SERVICE
