"""Network policies: which services they let through between pods, and to and from the outside.

Kubernetes, "Network Policies": pods that no policy selects are open both ways; the policies that select a pod add up; a
connection needs the egress of its source and the ingress of its target. What policies do to pods in the network of
their node is up to the plugin, and a node may always reach its own pods: both are weighed as possible, not as certain.
Blocks of addresses are for what is outside of the cluster; whether they fit pods is up to the plugin as well.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Truth
from bartizan.network.kubernetes.estate import Pod, Policy, Rule
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE,
    EVERYWHERE_V4,
    NOTHING,
    Between,
    Ints,
    Traffic,
    box,
    known,
    service,
)

WAYS = ("ingress", "egress")
Codes = NDArray[np.int32]
Truths = NDArray[np.int8]
Selecting = tuple[tuple[int, Truth], ...]
"""Policies by number, and whether they select."""
ANYTHING = Between(ANY_SERVICE, ANY_SERVICE)
PERHAPS = Between(NOTHING, ANY_SERVICE)


class Policed:
    """What policies let through. Pods are by number; past them come a node, and the assumed ingress controller."""

    def __init__(self, pods: Sequence[Pod], policies: Sequence[Policy]) -> None:
        self.pods, self.policies = pods, policies
        self._numbers = {pod.id: number for number, pod in enumerate(pods)}
        self._outside: dict[Hashable, Between[Traffic]] = {}
        self.node, self.controller = len(pods), len(pods) + 1
        self.size = len(pods) + 2
        self.sets: list[Between[Ints]] = []
        """Sets of services, by their code."""
        self._codes: dict[tuple[Ints, Ints], int] = {}
        self.anything = self._code(ANYTHING)
        self._on_host = np.array([number for number, pod in enumerate(pods) if pod.on_host is not Truth.NO], np.int32)
        self._fits: dict[tuple[int, str, int], Truths] = {}
        self._selecting = {way: _selecting(policies, way, len(pods)) for way in WAYS}

    @cached_property
    def ingress(self) -> tuple[Codes, Codes]:
        """For each pod its row, and for each row what is let in from each peer, as codes of `sets`."""
        return self._rows("ingress")

    @cached_property
    def egress(self) -> tuple[Codes, Codes]:
        """For each pod its row, and for each row what is let out to each peer."""
        return self._rows("egress")

    def between(self, source: int, target: int) -> Between[Ints]:
        """Return the services that a peer may use of a pod."""
        rows, codes = self.ingress
        into = self.sets[int(codes[rows[target], source])]
        if source >= len(self.pods):
            return into
        rows, codes = self.egress
        return into & self.sets[int(codes[rows[source], target])]

    def one_way(self, way: str, pod: int, peer: int) -> Between[Ints]:
        """Return what the policies of a pod let through one way, between it and a peer."""
        rows, codes = self.ingress if way == "ingress" else self.egress
        return self.sets[int(codes[rows[pod], peer])]

    def letting(self, number: int, way: str, pod: int, peer: int) -> Iterator[str]:
        """Yield what the rules of a policy that fit a peer say."""
        policy = self.policies[number]
        if policy.foreign:
            yield f"may let it through or not: {policy.foreign}"
        for at, rule in enumerate(policy.rules(way) or ()):
            if self._fitting(number, way, at, rule)[peer] >= Truth.UNKNOWN:
                yield f"lets {rule.says} {'in' if way == 'ingress' else 'out'}"

    def doubts(self, way: str, pod: int, peer: int | None = None) -> Iterator[str]:
        """Yield why it is not known what the policies of a pod let through."""
        if self.pods[pod].on_host is not Truth.NO and self.selecting(way, pod):
            yield f"{self.pods[pod].id} is, or may be, in the network of its node, where policies need not count"
        for number, held in self.selecting(way, pod):
            policy = self.policies[number]
            if policy.foreign or policy.unsure.get(way):
                yield policy.foreign or policy.unsure[way]
            elif held is Truth.UNKNOWN:
                yield f"whether {policy.id} selects {self.pods[pod].id} is not known"
            for at, rule in enumerate(policy.rules(way) or ()):
                if rule.services.unknowns:
                    yield rule.services.unknowns[0]
                if peer is not None and self._fitting(number, way, at, rule)[peer] == Truth.UNKNOWN:
                    yield f"whether {policy.id} fits {self._name(peer)} is not known"
        if peer == self.node or (peer is not None and peer < self.node and self.pods[peer].on_host is not Truth.NO):
            yield "policies need not stop what comes from the node that a pod runs on"

    def _name(self, peer: int) -> str:
        return self.pods[peer].id if peer < self.node else "the node" if peer == self.node else "the controller"

    def selecting(self, way: str, pod: int) -> Selecting:
        """Return the policies that limit a pod one way, or may."""
        return self._selecting[way][pod]

    def outside(self, way: str, pod: int) -> Between[Traffic]:
        """Return what is let in from, or out to, addresses outside of the cluster."""
        key = (way, self._alike(way, pod))
        if key not in self._outside:
            self._outside[key] = self._to_outside(way, self.pods[pod])
        return self._outside[key]

    def _alike(self, way: str, number: int) -> Hashable:
        """Return what makes pods alike, as far as what their policies let through goes."""
        selecting, pod = self.selecting(way, number), self.pods[number]
        by_name = way == "ingress" and any(rule.named for rule in self._rules(way, selecting))
        return selecting, pod.on_host, (pod.ports, pod.ports_unseen) if by_name else None

    def _to_outside(self, way: str, pod: Pod) -> Between[Traffic]:
        selecting, on_host = self.selecting(way, self._numbers[pod.id]), pod.on_host
        everything = box(EVERYWHERE, ANY_SERVICE)
        if any(self.policies[number].foreign for number, _ in selecting):
            return Between(Traffic(), everything)
        each = [(held, self._policy_outside(way, number, pod)) for number, held in selecting]
        nothing = Traffic()
        sure = [found for held, found in each if held is Truth.YES]
        certain = nothing
        for found in sure:
            certain |= found.certain
        if not sure:
            certain = everything
            for _, found in each:
                certain &= found.certain
        possible = nothing if sure and on_host is Truth.NO else everything
        for _, found in each:
            possible |= found.possible
        return Between(certain, possible)

    def _policy_outside(self, way: str, number: int, pod: Pod) -> Between[Traffic]:
        certain, possible = Traffic(), Traffic()
        for rule in self.policies[number].rules(way) or ():
            services = rule.services | _named(rule, pod) if way == "ingress" else rule.services
            for block in _blocks(rule):
                certain |= box(block.certain, services.certain)
                possible |= box(block.possible, services.possible)
        return Between(certain, possible)

    def _rows(self, way: str) -> tuple[Codes, Codes]:
        numbers: dict[Hashable, int] = {}
        rows = np.zeros(len(self.pods), np.int32)
        made: list[Codes] = []
        for number, pod in enumerate(self.pods):
            key = self._alike(way, number)
            if key not in numbers:
                numbers[key] = len(made)
                made.append(self._row(way, self.selecting(way, number), pod))
            rows[number] = numbers[key]
        return rows, np.stack(made) if made else np.zeros((0, self.size), np.int32)

    def _rules(self, way: str, selecting: Selecting) -> Iterator[Rule]:
        for number, _ in selecting:
            yield from self.policies[number].rules(way) or ()

    def _row(self, way: str, selecting: Selecting, pod: Pod) -> Codes:
        """Return what is let through between a pod and each of its peers."""
        if any(self.policies[number].foreign for number, _ in selecting):
            return np.full(self.size, self._code(PERHAPS), np.int32)
        if not selecting:
            return np.full(self.size, self._code(ANYTHING), np.int32)
        parts = [part for number, _ in selecting for part in self._parts(way, number, pod)]
        signature = _signature([fits for _, fits, _ in parts], self.size)
        _, first, which = np.unique(signature, return_index=True, return_inverse=True)
        sets = [self._let_through(selecting, parts, int(peer), pod.on_host) for peer in first]
        row = np.array([self._code(each) for each in sets], np.int32)[which.reshape(-1)]
        certain = self.sets[row[self.node]].certain
        for peer in (*self._on_host.tolist(), self.node):
            row[peer] = self._code(Between(certain & self.sets[row[peer]].certain, ANY_SERVICE))
        return row

    def _let_through(
        self, selecting: Selecting, parts: Sequence[tuple[int, Truths, Between[Ints]]], peer: int, on_host: Truth
    ) -> Between[Ints]:
        certain = {number: NOTHING for number, _ in selecting}
        possible = NOTHING
        for number, fits, services in parts:
            if fits[peer] == Truth.YES:
                certain[number] |= services.certain
            if fits[peer] >= Truth.UNKNOWN:
                possible |= services.possible
        sure = [certain[number] for number, held in selecting if held is Truth.YES]
        if not sure:
            least = ANY_SERVICE
            for each in certain.values():
                least &= each
            return Between(least, ANY_SERVICE)
        least = NOTHING
        for each in sure:
            least |= each
        return Between(least, possible if on_host is Truth.NO else ANY_SERVICE)

    def _parts(self, way: str, number: int, pod: Pod) -> Iterator[tuple[int, Truths, Between[Ints]]]:
        """Yield the rules of a policy: whom each fits, and what it lets through; by name of port as often as needed."""
        for at, rule in enumerate(self.policies[number].rules(way) or ()):
            fits = self._fitting(number, way, at, rule)
            if rule.services.possible:
                yield number, fits, rule.services
            if rule.named and way == "ingress":
                yield number, fits, _named(rule, pod)
            elif rule.named:
                for services, those in self._targets(rule):
                    yield number, np.where(those, fits, np.int8(Truth.NO)), services

    def _targets(self, rule: Rule) -> Iterator[tuple[Between[Ints], NDArray[np.bool_]]]:
        """Yield what the names of ports mean, and for which pods they mean that."""
        found: dict[tuple[Ints, Ints], list[int]] = {}
        for number, pod in enumerate(self.pods):
            meant = _named(rule, pod)
            found.setdefault((meant.certain, meant.possible), []).append(number)
        for (certain, possible), numbers in found.items():
            if possible:
                those = np.zeros(self.size, np.bool_)
                those[numbers] = True
                yield Between(certain, possible), those

    def _fitting(self, number: int, way: str, at: int, rule: Rule) -> Truths:
        """Return for each peer whether a rule is about it."""
        key = (number, way, at)
        if key not in self._fits:
            self._fits[key] = self._fit(rule)
        return self._fits[key]

    def _fit(self, rule: Rule) -> Truths:
        if rule.peers is None:
            return np.full(self.size, Truth.YES, np.int8)
        fits = np.full(self.size, Truth.NO, np.int8)
        for peer in rule.peers:
            if peer.block is not None and peer.block.possible:
                fits = np.maximum(fits, np.int8(Truth.UNKNOWN))
                if peer.block.certain.covers(EVERYWHERE_V4):
                    fits[self.node] = Truth.YES
        for peer in rule.peers:
            maybe, sure = list(peer.pods.maybe), list(peer.pods.sure)
            fits[maybe] = np.maximum(fits[maybe], np.int8(Truth.UNKNOWN))
            fits[sure] = Truth.YES
            fits[self.controller] = max(fits[self.controller], peer.controller)
        return fits

    def _code(self, of: Between[Ints]) -> int:
        key = (of.certain, of.possible)
        if key not in self._codes:
            self._codes[key] = len(self.sets)
            self.sets.append(Between(of.certain, of.possible))
        return self._codes[key]


def _selecting(policies: Sequence[Policy], way: str, pods: int) -> list[Selecting]:
    found: list[list[tuple[int, Truth]]] = [[] for _ in range(pods)]
    for number, policy in enumerate(policies):
        if policy.rules(way) is None and not policy.foreign:
            continue
        held = Truth.UNKNOWN if policy.unsure.get(way) else Truth.YES
        for pod in policy.subjects.sure:
            found[pod].append((number, held))
        for pod in policy.subjects.maybe:
            found[pod].append((number, Truth.UNKNOWN))
    return [tuple(each) for each in found]


def _signature(fits: Sequence[Truths], size: int) -> NDArray[np.int64]:
    """Return numbers that are alike for peers that all rules treat alike."""
    found = np.zeros(size, np.int64)
    for count, each in enumerate(fits):
        if count and count % 24 == 0:  # three values each: 3 ** 24 times the codes so far still fits
            found = np.unique(found, return_inverse=True)[1].reshape(-1).astype(np.int64)
        found = found * 3 + each + 1
    return found


def _named(rule: Rule, pod: Pod) -> Between[Ints]:
    """Return what the names of ports in a rule mean for a pod."""
    certain, possible = NOTHING, NOTHING
    for protocol, name in rule.named:
        for port in pod.ports:
            if port.name == name and port.protocol == protocol:
                certain |= service(protocol, Ints(((port.number, port.number),)))
        if pod.ports_unseen:
            possible |= service(protocol)
    return Between(certain, possible | certain)


def _blocks(rule: Rule) -> Iterator[Between[Ints]]:
    if rule.peers is None:
        yield known(EVERYWHERE)
        return
    for peer in rule.peers:
        if peer.block is not None:
            yield peer.block
