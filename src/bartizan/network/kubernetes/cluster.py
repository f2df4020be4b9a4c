"""A cluster's network, asked: from the Internet, from pods and from nodes, to pods and to what leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.reach import INTERNET, Reached
from bartizan.core.truth import Truth
from bartizan.graph.grid import Grid
from bartizan.network.kubernetes import telling
from bartizan.network.kubernetes.entering import Entering, Way
from bartizan.network.kubernetes.estate import Estate, Front, Socket
from bartizan.network.kubernetes.policies import Policed
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

Truths = NDArray[np.int8]
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
        if self._under(source) == into or (number == self.policed.node and self.estate.pods[into].everywhere):
            return Between(ANY_SERVICE, ANY_SERVICE)
        return Between(NOTHING, NOTHING) if self._apart(source, into) else self.policed.between(number, into)

    def outside(self, way: str, id: str) -> Between[Traffic]:
        """Return what policies let a workload take from (`ingress`), or send to (`egress`), the outside."""
        return self.policed.outside(way, self._numbers[id])

    def grid(self, targets: Sequence[str]) -> Grid:
        """Answer for all sources and many targets."""
        inside = self._inside(targets)
        world = np.array([[self.from_internet(target) for target in targets]], np.int8).reshape(1, len(targets))
        whole = np.concatenate([world, inside], axis=0) if len(targets) else np.zeros((len(self._sources), 0), np.int8)
        truths, rows = _unique(whole)
        turned, columns = _unique(truths.T)
        return Grid(rows, columns, np.ascontiguousarray(turned.T))

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

    def _inside(self, targets: Sequence[str]) -> Truths:
        """Return whether pods, and below them nodes, reach targets."""
        count = len(self.estate.pods)
        found = np.full((2 * count, len(targets)), Truth.NO, np.int8)
        sockets = [(column, each) for column, target in enumerate(targets) for each in self.sockets(target)]
        if sockets and count:
            reached = self._reached([each for _, each in sockets])
            columns = np.array([column for column, _ in sockets], np.int32)
            for column in np.unique(columns).tolist():
                found[:, column] = reached[:, columns == column].max(axis=1)
        for column, target in enumerate(targets):
            front = self._fronts.get(target)
            if front is not None:
                found[:, column] = self._to_front(front, found[:, column])
        return found

    def _to_front(self, front: Front, reached: Truths) -> Truths:
        if front.inside is not Truth.YES:  # it is reached from outside, whoever asks
            open_to_all = np.int8(self.from_internet(front.id))
            return np.minimum(self._leaving, open_to_all)
        return np.maximum(reached, np.int8(Truth.UNKNOWN)) if front.unseen else reached

    @cached_property
    def _leaving(self) -> Truths:
        return np.array([self.leaving(source) for source in self._sources[1:]], np.int8)

    def _reached(self, sockets: Sequence[Socket]) -> Truths:
        """Return, for pods and nodes, whether they reach ports of pods: once for what is alike."""
        policed, count = self.policed, len(self.estate.pods)
        in_rows, in_codes = policed.ingress
        out_rows, out_codes = policed.egress
        pods = np.array([each.pod for each in sockets], np.int32)
        wanted: dict[tuple[Ints, Ints], int] = {}
        asked = np.array(
            [wanted.setdefault((each.services.certain, each.services.possible), len(wanted)) for each in sockets],
            np.int64,
        )
        realms = np.array([pod.realm for pod in self.estate.pods], np.int32)
        keys = np.stack([out_rows, realms, _alike(in_codes[:, :count])], axis=1)
        _, first, of_source = np.unique(keys, axis=0, return_index=True, return_inverse=True)
        keys = np.stack([in_rows[pods], realms[pods], _alike(out_codes[:, :count])[pods], asked], axis=1)
        _, column, of_target = np.unique(keys, axis=0, return_index=True, return_inverse=True)
        into = in_codes[in_rows[pods[column]]]
        out = out_codes[out_rows[first]][:, pods[column]]
        truths = self._judged(into[:, first].T, out, asked[column], list(wanted))
        truths[self._foreign(realms[first], realms[pods[column]])] = Truth.NO
        anything = np.full((1, len(column)), policed.anything, np.int32)
        node = self._judged(into[:, [policed.node]].T, anything, asked[column], list(wanted))
        nodes = np.repeat(node[:, of_target.reshape(-1)], count, axis=0)
        nodes[self._foreign(realms, realms[pods])] = Truth.NO
        here = self._judged(anything, anything, asked[column], list(wanted))[0][of_target.reshape(-1)]
        own = np.arange(len(pods))
        nodes[pods, own] = here
        everywhere = np.array([self.estate.pods[pod].everywhere for pod in pods.tolist()], np.bool_)
        nodes[:, everywhere] = np.where(
            self._foreign(realms, realms[pods[everywhere]]), np.int8(Truth.NO), here[everywhere]
        )
        return np.concatenate([truths[of_source.reshape(-1)][:, of_target.reshape(-1)], nodes], axis=0)

    def _foreign(self, ones: NDArray[np.int32], others: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Return which pairs of realms are of different clusters."""
        found = np.zeros((len(ones), len(others)), np.bool_)
        for low, high in self.estate.apart:
            found |= (ones[:, None] == low) & (others[None, :] == high)
            found |= (ones[:, None] == high) & (others[None, :] == low)
        return found

    def _judged(
        self,
        into: NDArray[np.int32],
        out: NDArray[np.int32],
        asked: NDArray[np.int64],
        wanted: Sequence[tuple[Ints, Ints]],
    ) -> Truths:
        """Judge pairs by the code of what is let in, of what is let out, and of what is asked for: each kind once."""
        sets = self.policed.sets
        mixed = (into.astype(np.int64) * len(sets) + out) * max(len(wanted), 1) + asked[None, :]
        kinds, which = np.unique(mixed, return_inverse=True)
        truths = np.zeros(len(kinds), np.int8)
        for number, kind in enumerate(kinds.tolist()):
            rest, ask = divmod(kind, max(len(wanted), 1))
            one, other = divmod(rest, len(sets))
            truths[number] = (sets[one] & sets[other] & Between(*wanted[ask])).truth()
        return truths[which].reshape(mixed.shape)


_OUT = box(OUTER, ANY_SERVICE)


def _wanted(of: str, port: int | None) -> tuple[Ints, str]:
    """Return the services that are asked for, and what is wrong with the question."""
    number, problem = protocol(of)
    at, more = ports("*" if port is None else port)
    if number is None and port is not None:
        return service("tcp", at) | service("udp", at) | service("sctp", at), problem or more
    return service(number, at), problem or more


def _alike(codes: NDArray[Any]) -> NDArray[np.int32]:
    """Return numbers for columns, alike where those are."""
    numbers: dict[bytes, int] = {}
    turned = np.ascontiguousarray(codes.T)
    return np.array([numbers.setdefault(each.tobytes(), len(numbers)) for each in turned], np.int32)


def _unique(truths: Truths) -> tuple[Truths, NDArray[np.int32]]:
    """Return the distinct rows, and which of them each row is."""
    rows = _alike(truths.T)
    _, first = np.unique(rows, return_index=True)
    return truths[first], rows
