"""Ground: a graph and who may do what in it, with what several steps have in common found out once.

Tens of steps ask whether a role may be passed, or try the same roles: what they share is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.access import Question
from bartizan.core.condition import Condition
from bartizan.core.kind import Asset, LinkTerm
from bartizan.core.step import Gain
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.graph.grid import Codes, Grid, Truths
from bartizan.paths.asking import Asking, Given
from bartizan.paths.reaching import Reaching, Unconnected
from bartizan.paths.spread import led

Along = LinkTerm[Any, Any] | tuple[LinkTerm[Any, Any], ...] | Gain
_FIELD = re.compile(r"\{\w+\}")
_OWN = "{target}"
WORKLOAD = "workload"
"""The link from a container to what it is part of."""
KEPT = 48
"""Grids that are kept: those of the steps of one service, which come one after the other."""
ANSWERS = 100_000
"""Single answers that are kept: bounds memory."""
Said = tuple[tuple[str, str], ...]
"""What a request says: keys of conditions, with what they have."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """Assets that may meet a condition, and how certain that is."""

    assets: Sequence[Asset]
    truths: Truths


@dataclass(frozen=True, slots=True)
class Bound:
    """What a step can be bound to: targets, what is gained from each, and how certain both are."""

    targets: Sequence[str]
    gained: Sequence[str]
    truths: Truths

    def among(self, kept: NDArray[np.bool_]) -> Bound:
        """Return some of it."""
        if kept.all():
            return self
        places = np.flatnonzero(kept).tolist()
        return Bound([self.targets[at] for at in places], [self.gained[at] for at in places], self.truths[kept])


class Ground:
    """What steps are tried on."""

    def __init__(self, graph: Graph, access: Asking, network: Reaching | None = None) -> None:
        self.graph = graph
        self.access = access
        self.network: Reaching = network or Unconnected()
        self._fitting: dict[tuple[type[Asset], object], Fitting] = {}
        self._bound: dict[tuple[type[Asset], object, object], Bound] = {}
        self._acting: dict[tuple[type[Asset], object], Truths] = {}
        self._homes: dict[str, dict[str, int]] = {}
        self._numbers: dict[str, dict[str, int]] = {}
        self._grids: dict[object, Grid] = {}
        self._others: dict[object, Grid] = {}
        self._choices: dict[tuple[str, str], tuple[str, ...]] = {}
        self._answers: dict[tuple[str, str, str, Said], Truth] = {}

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The ids of all that can act."""
        return self.access.actors()

    @cached_property
    def position(self) -> dict[str, int]:
        """The position of each actor."""
        return {id: number for number, id in enumerate(self.actors)}

    def fitting(self, kind: type[Asset], condition: Condition[Any] | None) -> Fitting:
        """Return the assets of a kind that may meet a condition."""
        key = (kind, condition)
        if key not in self._fitting:
            self._fitting[key] = self._found(kind, condition)
        return self._fitting[key]

    def acting(self, kind: type[Asset], condition: Condition[Any] | None) -> Truths:
        """Return for each actor how far it is of a kind and meets a condition."""
        key = (kind, condition)
        if key not in self._acting:
            found = self.fitting(kind, condition)
            truths = np.full(len(self.actors), Truth.NO, np.int8)
            places = [self.position.get(asset.id, -1) for asset in found.assets]
            there = np.array(places, np.int64) if places else np.zeros(0, np.int64)
            truths[there[there >= 0]] = found.truths[there >= 0]
            self._acting[key] = truths
        return self._acting[key]

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The ids of all that connections come from."""
        return self.network.sources()

    def connecting(self, kind: type[Asset], condition: Condition[Any] | None) -> Truths:
        """Return for each source of connections how far it is of a kind and meets a condition."""
        found = self.fitting(kind, condition)
        truths = {asset.id: truth for asset, truth in zip(found.assets, found.truths.tolist(), strict=True)}
        return np.fromiter((truths.get(id, Truth.NO) for id in self.sources), np.int8, len(self.sources))

    def bound(self, kind: type[Asset], condition: Condition[Any] | None, gains: Along) -> Bound:
        """Return what a step can be bound to."""
        key = (kind, condition, gains)
        if key not in self._bound:
            self._bound[key] = self._bounds(self.fitting(kind, condition), gains)
        return self._bound[key]

    def gains(self, asset: Asset, sure: int, along: Along) -> Iterator[tuple[str, int]]:
        """Yield what is gained from an asset: what links of it lead to, itself, or all there is around it."""
        if isinstance(along, Gain):
            yield self._gained(asset.id, along), sure
            return
        chain = along if isinstance(along, tuple) else (along,)
        ids, seen = led(self.graph, [asset.id], chain)
        yield from ((id, sure) for id in ids)
        if not seen and not ids:
            yield f"unseen:{asset.id}/{chain[-1].name}", Truth.UNKNOWN

    def filled(self, pattern: str, ids: Sequence[str]) -> tuple[Codes, list[str]]:
        """Return a pattern with the homes of assets put in: for each its code, and the text of each code."""
        if _OWN in pattern:
            return numbered([self.access.fill(pattern, id) for id in ids])
        fields = "\n".join(sorted(set(_FIELD.findall(pattern))))
        codes = self._home_codes(fields, ids) if fields else np.zeros(len(ids), np.int32)
        _, first, dense = np.unique(codes, return_index=True, return_inverse=True)
        return dense.astype(np.int32), [self.access.fill(pattern, ids[int(at)]) for at in first]

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: tuple[str, ...] | None = None) -> Grid:
        """Ask for many actors (all where None) and targets; what was asked lately is not asked again."""
        key = (action, tuple(targets), tuple(sorted(given.items())), actors)
        kept, limit = (self._grids, KEPT) if actors is None else (self._others, KEPT * 100)
        found = kept.pop(key, None)
        if found is None:
            found = self.access.grid(action, targets, given, actors)
        kept[key] = found  # the latest last
        if len(kept) > limit:
            del kept[next(iter(kept))]
        return found

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return, of what fits a pattern, all that policies tell apart."""
        key = action, pattern
        if key not in self._choices:
            self._choices[key] = self.access.candidates(action, pattern)
        return self._choices[key]

    def any_allowed(self, actor: str, action: str, targets: Sequence[str], given: Mapping[str, str]) -> Truth:
        """Ask whether one actor may do something to any of several targets, of which the first has all others in it."""
        best, said = Truth.NO, tuple(given.items())
        for target in targets:
            best = max(best, self._answer(actor, action, target, said))
            if best is not Truth.UNKNOWN:  # what is refused for the whole is refused for each part
                break
        return best

    def _answer(self, actor: str, action: str, target: str, said: Said) -> Truth:
        """Ask one question; many steps ask the same one, such as whether a role may be passed to a service."""
        key = actor, action, target, said
        found = self._answers.get(key)
        if found is None:
            if len(self._answers) >= ANSWERS:
                self._answers.clear()
            asked = Question(actor=actor, action=action, target=target, given=dict(said))
            found = self._answers[key] = self.access.can(asked).truth
        return found

    def _found(self, kind: type[Asset], condition: Condition[Any] | None) -> Fitting:
        assets: list[Asset] = list(self.graph.of(kind))
        if condition is None:
            return Fitting(assets, np.ones(len(assets), np.int8))
        truths = np.fromiter((condition.ask(asset, self.graph).truth for asset in assets), np.int8, len(assets))
        kept = np.flatnonzero(truths >= 0)
        return Fitting([assets[at] for at in kept.tolist()], truths[kept])

    def _bounds(self, fitting: Fitting, along: Along) -> Bound:
        if isinstance(along, Gain):
            ids = [asset.id for asset in fitting.assets]
            gained = ids if along is Gain.TARGET else [self._gained(id, along) for id in ids]
            return Bound(ids, gained, fitting.truths)
        found = [
            (asset.id, gained, truth)
            for asset, sure in zip(fitting.assets, fitting.truths.tolist(), strict=True)
            for gained, truth in self.gains(asset, sure, along)
        ]
        truths = np.array([truth for _, _, truth in found], np.int8)
        return Bound([target for target, _, _ in found], [gained for _, gained, _ in found], truths)

    def _gained(self, id: str, gain: Gain) -> str:
        if gain is Gain.TARGET:
            return id
        return f"admin:{self.access.home(id)}" if gain is Gain.ADMIN else f"host:{self._whole(id)}"

    def _whole(self, id: str) -> str:
        """Return the workload that something is part of, as a container is; itself where it is part of none."""
        asset = self.graph.get(id)
        value = asset.values.get(WORKLOAD) if asset is not None else None
        return next(iter(value)) if isinstance(value, frozenset) and len(value) == 1 else id

    def _home_codes(self, fields: str, ids: Sequence[str]) -> Codes:
        """Return for assets a code that those share for whom fields of a pattern are the same."""
        known, numbers = self._homes.setdefault(fields, {}), self._numbers.setdefault(fields, {})
        for id in ids:
            if id not in known:
                known[id] = numbers.setdefault(self.access.fill(fields, id), len(numbers))
        return np.fromiter((known[id] for id in ids), np.int32, len(ids))


def numbered(texts: Sequence[str]) -> tuple[Codes, list[str]]:
    """Return for each text its code, and the text of each code."""
    numbers: dict[str, int] = {}
    codes = np.fromiter((numbers.setdefault(text, len(numbers)) for text in texts), np.int32, len(texts))
    return codes, list(numbers)
