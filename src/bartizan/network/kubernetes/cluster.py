"""A cluster's network, asked: from the Internet, from pods and from nodes, to pods and to what leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bartizan.core.reach import INTERNET, Reached
from bartizan.core.truth import Truth
from bartizan.graph.grid import Grid
from bartizan.network.kubernetes import telling
from bartizan.network.kubernetes.entering import Entering, Way
from bartizan.network.kubernetes.estate import Estate, Front, Socket
from bartizan.network.kubernetes.policies import Policed
from bartizan.network.kubernetes.table import Table
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE,
    NOTHING,
    OUTER,
    Between,
    Ints,
    Traffic,
    addresses,
    box,
    ports,
    protocol,
    service,
)

HOST = "host:"


class Cluster:
    """The networks of all clusters that were read; implements `Reaching`."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.policed = Policed(estate.pods, estate.policies)
        self.entering = Entering(estate, self.policed)
        self._numbers = {pod.id: number for number, pod in enumerate(estate.pods)}
        self._fronts = {front.id: front for front in estate.fronts}

    def sources(self) -> tuple[str, ...]:
        """Return the Internet, the workloads, and the node under each of them."""
        return self._sources

    @cached_property
    def _sources(self) -> tuple[str, ...]:
        names = [pod.id for pod in self.estate.pods]
        return (INTERNET, *names, *(f"{HOST}{name}" for name in names))

    def leaving(self, source: str) -> Truth:
        """Tell whether a source may open connections to what is outside of the cluster."""
        number = self._numbers.get(source)
        if number is None:
            return Truth.YES if source == INTERNET or self._under(source) is not None else Truth.UNKNOWN
        out = self.policed.outside("egress", number)
        return Between(out.certain & _OUT, out.possible & _OUT).truth()

    def allowed(self, source: str, target: str) -> Between[Ints]:
        """Return the services that policies let a workload (or a node, by `host:`) use of another workload."""
        into, number = self._numbers.get(target), self._peer(source)
        if into is None or number is None:
            return Between(NOTHING, NOTHING)
        if number == self.policed.node and self.estate.pods[into].everywhere:
            return Between(ANY_SERVICE, ANY_SERVICE)
        return Between(NOTHING, NOTHING) if self._apart(source, into) else self.policed.between(number, into)

    def outside(self, way: str, id: str) -> Between[Traffic]:
        """Return what policies let a workload take from (`ingress`), or send to (`egress`), the outside."""
        return self.policed.outside(way, self._numbers[id])

    def grid(self, targets: Sequence[str]) -> Grid:
        """Answer for all sources and many targets: once for those that are alike.

        All nodes count as one: that a node reaches the very pods that run on it is possible, as any node may be theirs.
        """
        sockets = [(column, each) for column, target in enumerate(targets) for each in self.sockets(target)]
        table = Table(self.policed, self.estate, [each for _, each in sockets])
        kinds: list[set[int]] = [set() for _ in targets]
        for (column, _), kind in zip(sockets, table.kinds.tolist(), strict=True):
            kinds[column].add(kind)
        leaving = np.array([self.leaving(self._sources[1 + each]) for each in table.first], np.int8)
        made: dict[object, int] = {}
        columns = np.zeros(len(targets), np.int32)
        answers: list[NDArray[np.int8]] = []
        for column, target in enumerate(targets):
            front, world = self._fronts.get(target), self.from_internet(target)
            key = (tuple(sorted(kinds[column])), world, front and (front.inside, bool(front.unseen)))
            if key not in made:
                made[key] = len(answers)
                reached = table.reached(kinds[column])
                if front is not None and front.inside is not Truth.YES:  # reached from outside, whoever asks
                    reached = np.minimum(leaving, np.int8(world))
                elif front is not None and front.unseen:
                    reached = np.maximum(reached, np.int8(Truth.UNKNOWN))
                answers.append(np.concatenate([np.array([world], np.int8), reached]))
            columns[column] = made[key]
        truths = np.stack(answers, axis=1) if answers else np.zeros((1 + len(leaving), 0), np.int8)
        return Grid(np.concatenate([np.zeros(1, np.int32), table.rows + 1]), columns, truths)

    def from_internet(self, target: str) -> Truth:
        """Tell whether everybody on the Internet reaches something."""
        return max((each.truth for each in self.ways(target)), default=self._unseen(target))

    def ways(self, target: str) -> list[Way]:
        """Return all ways in from outside to something."""
        number, front = self._numbers.get(target), self._fronts.get(target)
        if number is not None:
            return self.entering.to_pod(number)
        return self.entering.to_front(front) if front is not None else []

    def reach(self, source: str, target: str, protocol: str = "", port: int | None = None) -> Reached:
        """Answer one question with its evidence."""
        wanted, problem = _wanted(protocol, port)
        if problem:
            return Reached(source=source, target=target, truth=Truth.UNKNOWN, why=problem)
        if target not in self._numbers and target not in self._fronts:
            why = f"{target} is in no network of a cluster that was read."
            return Reached(source=source, target=target, truth=Truth.UNKNOWN, why=why)
        if self._peer(source) is not None:
            return self._from_inside(source, target, wanted, bool(protocol or port is not None))
        block, problem = (EVERYWHERE, "") if source == INTERNET else addresses(source)
        if problem:
            why = f"{source} is nothing that connections come from, and no range of addresses."
            return Reached(source=source, target=target, truth=Truth.UNKNOWN, why=why)
        return self._from_outside(source, target, block, wanted)

    def _from_inside(self, source: str, target: str, wanted: Ints, exact: bool) -> Reached:
        front, sockets = self._fronts.get(target), self.sockets(target)
        if front is not None and front.inside is not Truth.YES:
            found = self._from_outside(INTERNET, target, EVERYWHERE, wanted)
            truth = min(found.truth, self.leaving(source))
            return replace(found, source=source, truth=truth, passages=found.passages if truth is not Truth.NO else ())
        allowed = [self.allowed(source, self.estate.pods[each.pod].id) for each in sockets]
        asked = telling.Asked(source=source, target=target, peer=self.peer(source), wanted=wanted, exact=exact)
        found = telling.inside(self.policed, asked, sockets, allowed)
        return telling.unseen(source, front) if front and front.unseen and found.truth is Truth.NO else found

    def _from_outside(self, source: str, target: str, block: Ints, wanted: Ints) -> Reached:
        front, ways = self._fronts.get(target), self.ways(target)
        if front is not None:  # its own ports are asked for, not those of the pods behind it
            ways, wanted = [way for way in ways if way.socket.listener & wanted], ANY_SERVICE
        found = telling.outside(source, target, box(block, wanted), ways, self.policed)
        unseen = front is not None and found.truth is Truth.NO and self._unseen(target) is Truth.UNKNOWN
        return telling.unseen(source, front) if front is not None and unseen else found

    def sockets(self, target: str) -> tuple[Socket, ...]:
        """Return the ports of pods that a target is."""
        number, front = self._numbers.get(target), self._fronts.get(target)
        if number is not None:
            return (Socket(pod=number, services=Between(self.estate.pods[number].listens, ANY_SERVICE)),)
        return front.sockets if front is not None else ()

    def front(self, target: str) -> Front | None:
        """Return what leads to pods, by its id."""
        return self._fronts.get(target)

    def peer(self, source: str) -> int:
        """Return the number that a source has among the peers of policies."""
        return self._numbers.get(source, self.policed.node)

    def _peer(self, source: str) -> int | None:
        return (
            self._numbers[source]
            if source in self._numbers
            else None
            if self._under(source) is None
            else self.policed.node
        )

    def _under(self, source: str) -> int | None:
        """Return the pod that a node is named after."""
        return self._numbers.get(source.removeprefix(HOST)) if source.startswith(HOST) else None

    def _apart(self, source: str, into: int) -> bool:
        number = self._numbers.get(source.removeprefix(HOST))
        return number is not None and self._pair(number, into) in self.estate.apart

    def _pair(self, one: int, other: int) -> tuple[int, int]:
        realms = sorted((self.estate.pods[one].realm, self.estate.pods[other].realm))
        return realms[0], realms[1]

    def _unseen(self, target: str) -> Truth:
        front = self._fronts.get(target)
        return Truth.UNKNOWN if front is not None and front.unseen and front.entrances else Truth.NO


_OUT = box(OUTER, ANY_SERVICE)


def _wanted(of: str, port: int | None) -> tuple[Ints, str]:
    """Return the services that are asked for, and what is wrong with the question."""
    number, problem = protocol(of)
    at, more = ports("*" if port is None else port)
    if number is None and port is not None:
        return service("tcp", at) | service("udp", at) | service("sctp", at), problem or more
    return service(number, at), problem or more
