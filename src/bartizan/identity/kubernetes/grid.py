"""One question of many actors and targets: each distinct kind of actor is asked about each distinct request once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from bartizan.core.truth import Truth
from bartizan.graph.grid import Codes, Grid, Truths
from bartizan.identity.hole import OPEN, matches
from bartizan.identity.kubernetes.access import ClusterAccess
from bartizan.identity.kubernetes.identity import MASTERS, Identity
from bartizan.identity.kubernetes.objects import GLOBAL
from bartizan.identity.kubernetes.request import ALL, SOME, Request, read_action, requested
from bartizan.identity.kubernetes.subjects import Bound

V = TypeVar("V")
OTHER = "\ue004other"
"""Stands for every name that nothing in the estate sets apart from the rest."""


def grid(
    access: ClusterAccess,
    action: str,
    targets: Sequence[str],
    given: Mapping[str, str | tuple[str, ...]],
    actors: Sequence[str],
) -> Grid:
    """Return the truths for every actor and target."""
    apart = set_apart(access)
    identities = [access.identities.of(actor, given) for actor in actors]
    requests = [_plain(requested(action, target, access.estate.things, given), apart) for target in targets]
    columns, asked = _coded(requests, requests)
    asking = _Asking(access, read_action(action), asked)
    rows, kinds = _coded([asking.key(each) for each in identities], identities)
    truths = np.stack([asking.row(each) for each in kinds]) if kinds else np.zeros((0, len(asked)), np.int8)
    return Grid(rows, columns, truths)


class _Asking:
    """One action asked about many things: only what a binding reaches is asked of the engine."""

    def __init__(self, access: ClusterAccess, action: Request | str, asked: Sequence[Request | str]) -> None:
        self._access, self._action, self._asked = access, action, asked
        self._speaks: dict[int, bool] = {}
        self._inside: dict[str, list[int]] = defaultdict(list)
        self._across: list[int] = []
        for number, request in enumerate(asked):
            plain = isinstance(request, Request) and request.namespace not in ("", ALL, SOME)
            if isinstance(request, Request) and plain and OPEN not in request.namespace:
                self._inside[request.namespace].append(number)
            else:
                self._across.append(number)

    def key(self, identity: Identity | str) -> Hashable:
        """Return what all those share that are allowed the same: the bindings that speak of the action."""
        if isinstance(identity, str):
            return identity
        bound = tuple((id(each.binding), each.held) for each in self._speaking(identity))
        return (bound, identity.node, identity.acts, MASTERS in identity.groups, identity.realm)

    def row(self, identity: Identity | str) -> Truths:
        """Return the truths for one actor."""
        if isinstance(identity, str):
            return np.zeros(len(self._asked), np.int8)
        floor = Truth.UNKNOWN if self._access.estate.unread else Truth.NO
        row = np.full(len(self._asked), floor, np.int8)
        for number in self._reached(identity):
            request = self._asked[number]
            row[number] = 0 if isinstance(request, str) else self._access.decide(identity, request).truth
        return row

    def _reached(self, identity: Identity) -> Iterable[int]:
        bindings = [each.binding for each in self._speaking(identity)]
        open_ended = any(not binding.namespace or OPEN in binding.namespace for binding in bindings)
        every = open_ended or identity.node or MASTERS in identity.groups or self._access.estate.unread
        if every or isinstance(self._action, str) or self._action.url:
            return range(len(self._asked))
        inside = {number for binding in bindings for number in self._inside.get(binding.namespace, ())}
        return sorted({*self._across, *inside})

    def _speaking(self, identity: Identity) -> list[Bound]:
        return [each for each in self._access.bound(identity) if self._speaks_of(each)]

    def _speaks_of(self, bound: Bound) -> bool:
        known = self._speaks.get(id(bound.binding))
        if known is None:
            action = self._action
            known = isinstance(action, str) or self._access.speaks(bound.binding, replace(action, name=ALL))
            self._speaks[id(bound.binding)] = known
        return known


def set_apart(access: ClusterAccess) -> frozenset[str]:
    """Return the names of objects that a rule or a pod of the estate speaks of."""
    named: set[str] = set()
    for role in access.estate.roles:
        named.update(name for rule in role.rules for name in rule.names)
    for role in access.defaults():
        named.update(name for rule in role.rules for name in rule.names)
    for pod in access.estate.pods if access.estate.nodes else ():
        named.update((pod.name, pod.account, *(name for names in pod.refers.values() for name in names)))
    named.update(node.name for node in access.estate.nodes)
    return frozenset(named)


def choices(access: ClusterAccess, action: str, pattern: str) -> tuple[str, ...]:
    """Return a pattern, and within it what bindings and rules tell apart: namespaces, and names of the resource."""
    request = read_action(action)
    if isinstance(request, str) or request.url or not pattern.endswith(ALL):
        return (pattern,)
    rules = [rule for role in (*access.estate.roles, *access.defaults()) for rule in role.rules]
    about = [rule for rule in rules if request.path in rule.resources or ALL in rule.resources]
    names = dict.fromkeys(name for rule in about for name in rule.names)
    if request.resource in GLOBAL:
        return (pattern, *(name for name in names if matches(pattern, name) is not Truth.NO))
    spaces = dict.fromkeys(binding.namespace for binding in access.estate.bindings if binding.namespace)
    narrow = [f"{space}/{request.resource}/{name}" for space in spaces for name in (ALL, *names)]
    return (pattern, *(each for each in narrow if each != pattern and matches(pattern, each) is not Truth.NO))


def _plain(request: Request | str, apart: frozenset[str]) -> Request | str:
    """Return a request with a name that nothing speaks of made the same as all such names."""
    if isinstance(request, str) or request.name is None or ALL in request.name or request.name in apart:
        return request
    if OPEN in request.name or any(OPEN in name for name in apart) or request.resource == "signers":
        return request
    return replace(request, name=OTHER)


def _coded(keys: Iterable[Hashable], values: Sequence[V]) -> tuple[Codes, list[V]]:
    numbers: dict[Hashable, int] = {}
    distinct: list[V] = []
    codes: list[int] = []
    for key, value in zip(keys, values, strict=True):
        if key not in numbers:
            numbers[key] = len(numbers)
            distinct.append(value)
        codes.append(numbers[key])
    return np.array(codes, np.int32), distinct
