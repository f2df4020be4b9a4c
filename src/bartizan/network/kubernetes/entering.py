"""Ways in from outside of a cluster: by load balancers, ports of nodes, ingresses, and through what policies let in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bartizan.core.truth import Truth
from bartizan.network.kubernetes.estate import Entrance, Estate, Front, Socket
from bartizan.network.kubernetes.policies import Policed
from bartizan.network.space import (
    EVERYWHERE,
    EVERYWHERE_V4,
    NOTHING,
    Between,
    Ints,
    Traffic,
    box,
    everybody,
)

MASKED = "what policies see as its source, the address of a load balancer or of a node, is not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way in, to one pod."""

    entrance: Entrance
    socket: Socket
    traffic: Between[Traffic]
    """Who may come, to which services of the pod."""
    truth: Truth
    """Whether everybody on the Internet may."""
    unknowns: tuple[str, ...] = ()
    blocked: bool = False
    """Whether it is policies that stop it."""


class Entering:
    """All ways in of an estate."""

    def __init__(self, estate: Estate, policed: Policed) -> None:
        self._estate, self._policed = estate, policed
        self._ways: dict[int, list[Way]] = {}

    def to_pod(self, number: int) -> list[Way]:
        """Return the ways in to the pods of a workload."""
        if number not in self._ways:
            self._ways[number] = [self._way(entrance, socket) for entrance, socket in self._leading[number]]
        return self._ways[number]

    def to_front(self, front: Front) -> list[Way]:
        """Return the ways in by something that leads to pods."""
        return [self._way(entrance, socket) for entrance in front.entrances for socket in entrance.sockets]

    @cached_property
    def _leading(self) -> dict[int, list[tuple[Entrance, Socket]]]:
        found: dict[int, list[tuple[Entrance, Socket]]] = defaultdict(list)
        for entrance in (*self._estate.further, *(each for front in self._estate.fronts for each in front.entrances)):
            for socket in entrance.sockets:
                found[socket.pod].append((entrance, socket))
        return found

    def _way(self, entrance: Entrance, socket: Socket) -> Way:
        if entrance.truth is Truth.NO:
            nothing = Between(Traffic(), Traffic())
            return Way(entrance=entrance, socket=socket, traffic=nothing, truth=Truth.NO)
        comes, why = self._coming(entrance)
        wanted = Between(
            box(entrance.addresses.certain & comes.certain, socket.services.certain),
            box(entrance.addresses.possible & comes.possible, socket.services.possible),
        )
        passing = wanted if entrance.past_policies else wanted & self._let_in(entrance, socket.pod)
        if entrance.truth is Truth.UNKNOWN:
            passing = Between(Traffic(), passing.possible)
        truth = judged(passing)
        return Way(
            entrance=entrance,
            socket=socket,
            traffic=passing,
            truth=truth,
            unknowns=tuple(self._unknowns(entrance, socket, why)) if truth is Truth.UNKNOWN else (),
            blocked=bool(wanted.possible) and not passing.possible,
        )

    def _coming(self, entrance: Entrance) -> tuple[Between[Ints], str]:
        """Return who reaches the controller that takes the connections of an entrance, where it was read."""
        if not entrance.controllers:
            return Between(EVERYWHERE, EVERYWHERE), ""
        ways = [way for pod in entrance.controllers for way in self._to_controller(pod)]
        if not ways:
            return Between(NOTHING, EVERYWHERE), "what leads to the ingress controller was not read"
        certain, possible = NOTHING, NOTHING
        for way in ways:
            certain |= way.traffic.certain.addresses()
            possible |= way.traffic.possible.addresses()
        return Between(certain, possible), next((why for way in ways for why in way.unknowns), "")

    def _to_controller(self, pod: int) -> list[Way]:
        return [self._way(entrance, socket) for entrance, socket in self._leading[pod] if not entrance.by_controller]

    def _let_in(self, entrance: Entrance, pod: int) -> Between[Traffic]:
        """Return what policies let in to a pod, by whom they see as the source."""
        if entrance.by_controller:
            services = self._from_controllers(entrance.controllers or (self._policed.controller,), pod)
            return Between(box(EVERYWHERE, services.certain), box(EVERYWHERE, services.possible))
        seen = self._policed.outside("ingress", pod)
        if entrance.keeps is Truth.YES:
            return seen
        masked = Between(box(EVERYWHERE, _for_all(seen.certain)), box(EVERYWHERE, seen.possible.at(EVERYWHERE)))
        if entrance.keeps is Truth.NO:
            return masked
        return Between(seen.certain & masked.certain, seen.possible | masked.possible)

    def _from_controllers(self, peers: Iterable[int], pod: int) -> Between[Ints]:
        found = Between(NOTHING, NOTHING)
        for peer in peers:
            found |= self._policed.between(peer, pod)
        return found

    def _unknowns(self, entrance: Entrance, socket: Socket, why: str) -> Iterable[str]:
        if entrance.why:
            yield entrance.why
        if why:
            yield why
        if entrance.addresses.unknowns:
            yield entrance.addresses.unknowns[0]
        yield from socket.services.unknowns
        if entrance.past_policies:
            return
        let_in = self._let_in(entrance, socket.pod)
        if let_in.certain != let_in.possible:
            assumed = entrance.by_controller and not entrance.controllers
            doubts = list(self._policed.doubts("ingress", socket.pod))
            yield from doubts
            if assumed and not doubts:
                yield "whether policies let the ingress controller in is not known: it was not read"
            elif not entrance.by_controller and not doubts:
                yield MASKED


def _for_all(of: Traffic) -> Ints:
    """Return the services that every IPv4 address has."""
    return Ints.of(span for held, services in of.parts if held.covers(EVERYWHERE_V4) for span in services.spans)


def judged(traffic: Between[Traffic]) -> Truth:
    """Tell whether everybody on the Internet is among those who may."""
    if everybody(traffic.certain.addresses()):
        return Truth.YES
    return Truth.UNKNOWN if everybody(traffic.possible.addresses()) else Truth.NO
