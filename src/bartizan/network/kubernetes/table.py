"""Who reaches which ports of which pods, for all at once: judged for what is alike, looked up for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Truth
from bartizan.network.kubernetes.estate import Estate, Socket
from bartizan.network.kubernetes.policies import Policed
from bartizan.network.space import Between, Ints

Codes = NDArray[np.int32]
Truths = NDArray[np.int8]
BLOCK = 2_000_000
"""Pairs that are judged at once: bounds memory."""


class Table:
    """Truths for classes of sources (pods, then the nodes under them) and kinds of sockets."""

    rows: Codes
    """For each pod, and then for the node under each, its class."""
    first: list[int]
    """For each class, a source that is in it."""
    kinds: Codes
    """For each socket, its kind."""
    truths: Truths
    """For each class of sources, and each kind of sockets."""

    def __init__(self, policed: Policed, estate: Estate, sockets: Sequence[Socket]) -> None:
        self._policed, self._estate = policed, estate
        pods = np.array([each.pod for each in sockets], np.int32)
        wanted: dict[tuple[Ints, Ints], int] = {}
        asked = [wanted.setdefault((each.services.certain, each.services.possible), len(wanted)) for each in sockets]
        self._wanted = list(wanted)
        self._realms = np.array([pod.realm for pod in estate.pods], np.int32)
        sources = self._sources()
        everywhere = np.array([pod.everywhere for pod in estate.pods], np.int32)
        targets = [policed.ingress[0], self._realms, _alike(policed.egress[1][:, : len(estate.pods)]), everywhere]
        column, self.kinds = _classes([*(each[pods] for each in targets), np.array(asked, np.int32)])
        self.truths = self._judged(sources, pods[column], np.array(asked, np.int64)[column])

    def reached(self, kinds: Iterable[int]) -> Truths:
        """Return, for each class of sources, whether it reaches a socket of any of some kinds."""
        some = sorted(kinds)
        return self.truths[:, some].max(axis=1) if some else np.full(len(self.first), Truth.NO, np.int8)

    def _sources(self) -> Codes:
        """Make the classes of sources; return the pods that stand for theirs."""
        count = len(self._estate.pods)
        alike = _alike(self._policed.ingress[1][:, :count])
        first, of_pod = _classes([self._policed.egress[0], self._realms, alike])
        node, of_node = _classes([self._realms])
        self.rows = np.concatenate([of_pod, of_node + len(first)]).astype(np.int32)
        self.first = [*first.tolist(), *(node + count).tolist()]
        self._nodes = node
        return first

    def _judged(self, sources: Codes, pods: Codes, asked: NDArray[np.int64]) -> Truths:
        """Return the truth for each class of sources, and of nodes, and each kind of socket."""
        policed = self._policed
        into = policed.ingress[1][policed.ingress[0][pods]]
        out = policed.egress[1][policed.egress[0][sources]][:, pods]
        anything = np.full((1, len(pods)), policed.anything, np.int32)
        every = np.array([self._estate.pods[pod].everywhere for pod in pods.tolist()], np.bool_)
        inward = np.where(every, policed.anything, into[:, policed.node])[None, :]
        within = self._weighed(into[:, sources].T, out, asked)
        nodes = np.repeat(self._weighed(inward, anything, asked), len(self._nodes), axis=0)
        found = np.concatenate([within, nodes])
        realms = np.concatenate([self._realms[sources], self._realms[self._nodes]])
        for low, high in self._estate.apart:
            found[(realms[:, None] == low) & (self._realms[pods] == high)] = Truth.NO
            found[(realms[:, None] == high) & (self._realms[pods] == low)] = Truth.NO
        return found

    def _weighed(self, into: Codes, out: Codes, asked: NDArray[np.int64]) -> Truths:
        """Judge pairs by the code of what is let in, of what is let out, and of what is asked for: each sort once."""
        size = max(1, BLOCK // max(len(into), 1))
        parts = [slice(start, start + size) for start in range(0, len(asked), size)]
        blocks = [self._block(into[:, part], out[:, part], asked[part]) for part in parts]
        return np.concatenate(blocks, axis=1) if blocks else np.zeros((len(into), 0), np.int8)

    def _block(self, into: Codes, out: Codes, asked: NDArray[np.int64]) -> Truths:
        sets = self._policed.sets
        of_in, inward = _dense(into)
        of_out, outward = _dense(out)
        mixed = (inward * len(of_out) + outward) * max(len(self._wanted), 1) + asked[None, :]
        sorts, which = _dense(mixed)
        truths = np.zeros(len(sorts), np.int8)
        for number, sort in enumerate(sorts.tolist()):
            rest, ask = divmod(sort, max(len(self._wanted), 1))
            one, other = divmod(rest, len(of_out))
            both = sets[int(of_in[one])] & sets[int(of_out[other])]
            truths[number] = (both & Between(*self._wanted[ask])).truth()
        return truths[which]


def _dense(codes: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the distinct codes in order, and the position of each; by counting where they are not far apart."""
    span = int(codes.max(initial=-1)) + 1
    if span > 4 * codes.size + 65536:
        found, which = np.unique(codes, return_inverse=True)
        return found.astype(np.int64), which.reshape(codes.shape).astype(np.int64)
    there = np.zeros(span, np.bool_)
    there[codes] = True
    return np.flatnonzero(there).astype(np.int64), (np.cumsum(there) - 1)[codes]


def _alike(codes: Codes) -> Codes:
    """Return numbers for columns, alike where those are."""
    numbers: dict[bytes, int] = {}
    turned = np.ascontiguousarray(codes.T)
    return np.array([numbers.setdefault(each.tobytes(), len(numbers)) for each in turned], np.int32)


def _classes(keys: Sequence[Codes]) -> tuple[Codes, Codes]:
    """Return, for each class of what is alike in all keys, one that is in it; and the class of each."""
    joint = np.zeros(len(keys[0]), np.int64)
    for key in keys:
        low = int(key.min(initial=0))
        span = int(key.max(initial=0)) - low + 1
        joint = np.unique(joint * span + (key - low), return_inverse=True)[1].reshape(-1).astype(np.int64)
    _, first, which = np.unique(joint, return_index=True, return_inverse=True)
    return first.astype(np.int32), which.reshape(-1).astype(np.int32)
