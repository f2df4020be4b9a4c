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
        for at, source in enumerate(sources):
            key = (source.stands, source.unknown) if isinstance(source, Thing) else None
            self._standing.setdefault(key, []).append(at)
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
        found = np.maximum(found, np.minimum(self._leaving, found[0]))
        if not leads or not seen:
            self._known[target, services] = found
        return found

    def _directly(self, target: str, services: Ints) -> Row:
        found = np.full(len(self._sources), Truth.NO, np.int8)
        for alike in self._standing.values():
            reached = self._network.direct(self._sources[alike[0]], target)
            if reached.possible:
                found[alike] = reached.within(services).truth()
        return found

    def _through(self, lead: Lead, services: Ints, seen: tuple[str, ...]) -> Row:
        """Return who reaches a target through a relay."""
        taken = lead.takes if lead.gives else lead.takes & services
        if not taken:
            return np.full(len(self._sources), Truth.NO, np.int8)
        found = self._reaching(lead.relay, taken, seen)
        if lead.gives:
            found = np.minimum(found, self._handed(lead, services, found))
        return np.minimum(found, np.int8(lead.truth))

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
