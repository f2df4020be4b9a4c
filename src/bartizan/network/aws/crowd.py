"""Who of many sources reaches a target: the same answers as `Network.reached` gives, for all sources at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Truth
from bartizan.network.aws.estate import Lead, Thing
from bartizan.network.aws.network import EVERYBODY, MOST_RELAYS, Network, Origin, Outside
from bartizan.network.space import ANY_SERVICE, Ints

Row = NDArray[np.int8]
"""A truth for each source."""


class Crowd:
    """Many sources; everybody on the Internet is the first of them."""

    def __init__(self, network: Network, sources: Sequence[Origin]) -> None:
        self._network = network
        self._sources = sources
        self._leaving: Row = np.array([self._leaves(each) for each in sources], np.int8)
        self._standing: dict[object, list[int]] = {}
        self._outside = [at for at, source in enumerate(sources) if isinstance(source, Outside)]
        for at, source in enumerate(sources):
            if isinstance(source, Thing):
                self._standing.setdefault((source.stands, source.unknown), []).append(at)
        self._within: dict[object, Row] = {}
        self._known: dict[tuple[str, Ints], Row] = {}

    def reaching(self, target: str) -> Row:
        """Return which sources reach any service of a target."""
        return self._reaching(target, ANY_SERVICE, ())

    def _leaves(self, source: Origin) -> Truth:
        return self._network.leaving(source).truth() if isinstance(source, Thing) else Truth.NO

    def _reaching(self, target: str, services: Ints, seen: tuple[str, ...]) -> Row:
        leads = self._network.leads(target) if len(seen) < MOST_RELAYS else ()
        if (target, services) in self._known:
            return self._known[target, services]
        found = self._directly(target, services)
        for lead in leads:
            if lead.relay not in seen and lead.relay != target and lead.truth is not Truth.NO:
                found = np.maximum(found, self._through(lead, services, (*seen, target)))
        as_everybody: Row = np.minimum(self._leaving, found[0])
        found = np.maximum(found, as_everybody)
        if not leads or not seen:
            self._known[target, services] = found
        return found

    def _directly(self, target: str, services: Ints) -> Row:
        found = self._inside(target, services).copy()
        for at in self._outside:
            found[at] = self._network.direct(self._sources[at], target).within(services).truth()
        return found

    def _inside(self, target: str, services: Ints) -> Row:
        """Return which machines reach a target inside the networks: alike for all that stand alike and listen alike."""
        thing = self._network.estate.things.get(target)
        key = None if thing is None or not thing.answers else (thing.stands, thing.listens, thing.unknown, services)
        if key not in self._within:
            found = np.full(len(self._sources), Truth.NO, np.int8)
            for alike in self._standing.values() if key is not None else ():
                reached = self._network.direct(self._sources[alike[0]], target)
                if reached.possible:
                    found[alike] = reached.within(services).truth()
            self._within[key] = found
        return self._within[key]

    def _through(self, lead: Lead, services: Ints, seen: tuple[str, ...]) -> Row:
        """Return who reaches a target through a relay."""
        taken = lead.takes if lead.gives else lead.takes & services
        if not taken:
            return np.full(len(self._sources), Truth.NO, np.int8)
        found = self._reaching(lead.relay, taken, seen)
        if lead.gives:
            found = np.minimum(found, self._handed(lead, services, found))
        capped: Row = np.minimum(found, np.int8(lead.truth))
        return capped

    def _handed(self, lead: Lead, services: Ints, among: Row) -> Row:
        """Return for whom a relay reaches a target; the same for all, unless the target sees their addresses."""
        if not lead.keeps_source:
            handed = self._network.handed(EVERYBODY, lead).within(services).truth()
            return np.full(len(self._sources), handed, np.int8)
        found = np.full(len(self._sources), Truth.NO, np.int8)
        for at, source in enumerate(self._sources):
            if among[at] != Truth.NO or isinstance(source, Outside):
                found[at] = self._network.handed(source, lead).within(services).truth()
        return found
