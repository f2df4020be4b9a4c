"""Who selectors pick: pods by their labels, and by those of their namespace. What is alike is judged once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bartizan.app.identity.kubernetes.reading import labels, selector, text
from bartizan.app.identity.kubernetes.realms import Realms
from bartizan.app.network.kubernetes.pods import Placed
from bartizan.content.kinds.kubernetes.namespace import Namespace
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.identity.hole import equal, holes
from bartizan.identity.kubernetes.aggregation import selects
from bartizan.identity.kubernetes.estate import Selector
from bartizan.network.kubernetes.estate import Picked

NAME = "kubernetes.io/metadata.name"
"""The label that every namespace has, with its name."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labels of one or more things."""

    labels: Mapping[str, str]
    unseen: bool = False


class Index:
    """Things by their labels."""

    def __init__(self, things: Sequence[Labelled]) -> None:
        self._things = things
        self._by: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._open: list[int] = []
        for number, thing in enumerate(things):
            for pair in thing.labels.items():
                self._by[pair].append(number)
            if thing.unseen or any(holes(value) for value in thing.labels.values()):
                self._open.append(number)

    def matching(self, selector: Selector) -> list[tuple[int, Truth]]:
        """Return the things that a selector fits, or may."""
        plain = next((pair for pair in selector.labels.items() if not holes(pair[1])), None)
        among: Iterable[int] = range(len(self._things))
        if plain is not None:
            among = sorted({*self._by.get(plain, ()), *self._open})
        judged = ((each, selects(selector, self._things[each].labels, self._things[each].unseen)) for each in among)
        return [(each, held) for each, held in judged if held is not Truth.NO]


Space = tuple[str, int]
"""A namespace of one realm, by its name."""


class Selecting:
    """The pods of a graph, to be picked from. Those with the same labels in the same namespace are one group."""

    def __init__(self, graph: Graph, placed: Sequence[Placed], realms: Realms) -> None:
        self._apart = realms.apart
        self.everyone = Picked(maybe=frozenset(range(len(placed))))
        groups: dict[tuple[Space, str, str], list[int]] = defaultdict(list)
        for number, each in enumerate(placed):
            space = (each.pod.namespace, each.pod.realm)
            groups[space, json.dumps(each.labels, sort_keys=True), each.labels_unseen].append(number)
        self._groups: dict[Space, list[list[int]]] = defaultdict(list)
        held: dict[Space, list[Labelled]] = defaultdict(list)
        for (space, _, _), pods in groups.items():
            self._groups[space].append(pods)
            held[space].append(Labelled(placed[pods[0]].labels, bool(placed[pods[0]].labels_unseen)))
        self._indices = {space: Index(each) for space, each in held.items()}
        self._spaces = list(held)
        self._named: dict[str, list[int]] = defaultdict(list)
        for at, (name, _) in enumerate(self._spaces):
            self._named["" if holes(name) else name].append(at)
        self._labels = Index(_spaces(graph, self._spaces, realms))
        self._found: dict[str, Picked] = {}

    def inside(self, namespace: str, written: Any, realm: int, where: str) -> Picked:
        """Return the pods of one namespace that a selector (as written, None for an empty one) picks."""
        key = json.dumps(["inside", namespace, written, realm], sort_keys=True, default=str)
        if key not in self._found:
            among = range(len(self._spaces)) if holes(namespace) else (*self._named[namespace], *self._named[""])
            spaces = [(at, equal(namespace, self._spaces[at][0])) for at in among]
            possible = [each for each in spaces if each[1] is not Truth.NO]
            self._found[key] = self._pick(possible, selector(written or {}, where), realm)
        return self._found[key]

    def across(self, spaces: Any, written: Any, realm: int, where: str) -> Picked:
        """Return the pods that a selector picks, in the namespaces that another one does."""
        key = json.dumps(["across", spaces, written, realm], sort_keys=True, default=str)
        if key not in self._found:
            matching = self._labels.matching(selector(spaces, where))
            self._found[key] = self._pick(matching, selector(written or {}, where), realm)
        return self._found[key]

    def _pick(self, spaces: Sequence[tuple[int, Truth]], wanted: Selector, realm: int) -> Picked:
        sure: set[int] = set()
        maybe: set[int] = set()
        for at, held in spaces:
            space = self._spaces[at]
            if (min(realm, space[1]), max(realm, space[1])) in self._apart:
                continue
            for group, fits in self._indices[space].matching(wanted):
                (sure if min(held, fits) is Truth.YES else maybe).update(self._groups[space][group])
        return Picked(frozenset(sure), frozenset(maybe - sure))


def _spaces(graph: Graph, spaces: Sequence[Space], realms: Realms) -> list[Labelled]:
    """Return the labels of namespaces; of those that were not read, or read twice and differently, only the name."""
    read: dict[str, list[Namespace]] = defaultdict(list)
    for namespace in graph.of(Namespace):
        read[text(namespace, "name")].append(namespace)
    return [_space(name, realm, read[name], realms) for name, realm in spaces]


def _space(name: str, realm: int, read: Sequence[Namespace], realms: Realms) -> Labelled:
    mine = [each for each in read if realms.of.get(each.id, -1) == realm] or read
    found = [labels(each) for each in mine]
    if not found or any(each != found[0] for each in found):
        return Labelled({NAME: name}, True)
    own, unseen = found[0]
    return Labelled({**own, NAME: name}, bool(unseen))
