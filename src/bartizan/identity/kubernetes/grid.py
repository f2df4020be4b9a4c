"""One question of many actors and targets: each distinct kind of actor is asked about each distinct request once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from bartizan.core.truth import Truth
from bartizan.graph.grid import Codes, Grid
from bartizan.identity.hole import OPEN, matches
from bartizan.identity.kubernetes.access import ClusterAccess
from bartizan.identity.kubernetes.identity import Identity
from bartizan.identity.kubernetes.objects import GLOBAL
from bartizan.identity.kubernetes.request import ALL, Request, read_action, requested

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
    rows, kinds = _coded([_key(access, each) for each in identities], identities)
    columns, asked = _coded(requests, requests)
    truths = np.zeros((len(kinds), len(asked)), np.int8)
    for row, identity in enumerate(kinds):
        for column, request in enumerate(asked):
            truths[row, column] = _truth(access, identity, request)
    return Grid(rows, columns, truths)


def _truth(access: ClusterAccess, identity: Identity | str, request: Request | str) -> Truth:
    if isinstance(identity, str) or isinstance(request, str):
        return Truth.UNKNOWN
    return access.decide(identity, request).truth


def _key(access: ClusterAccess, identity: Identity | str) -> Hashable:
    """Return what all those share that are allowed the same: the bindings about them; nodes are each their own."""
    if isinstance(identity, str):
        return identity
    masters = "system:masters" in identity.groups
    bound = tuple((id(each.binding), each.held) for each in access.bound(identity))
    return (bound, identity.node, identity.acts, masters, identity.realm)


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
