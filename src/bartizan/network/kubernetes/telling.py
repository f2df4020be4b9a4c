"""Answers with their evidence: which service, which policy and which rule let a connection through, or stop it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bartizan.core.reach import INTERNET, Passage, Reached, Via
from bartizan.core.truth import Truth
from bartizan.network.kubernetes.entering import Way, judged
from bartizan.network.kubernetes.estate import Front, Policy, Socket
from bartizan.network.kubernetes.policies import Policed
from bartizan.network.space import ANY_SERVICE, EVERYWHERE, Between, Ints, Traffic, cidrs, listed, said

FEW = 8
"""Passages and policies that are listed of each sort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question from inside a cluster."""

    source: str
    target: str
    peer: int
    wanted: Ints
    exact: bool
    """Whether it names a port or a protocol: then it does not matter whether something is known to listen there."""


def inside(policed: Policed, asked: Asked, sockets: Sequence[Socket], allowed: Sequence[Between[Ints]]) -> Reached:
    """Answer for a pod or a node; `allowed` is what policies let through to each of the sockets."""
    passages: list[Passage] = []
    for socket, let in zip(sockets, allowed, strict=True):
        passages += _passages(policed, asked, socket, let)
    passages.sort(key=lambda passage: -passage.truth)
    truth = max((passage.truth for passage in passages), default=Truth.NO)
    stops = () if truth is not Truth.NO else tuple(_stops(policed, asked, sockets))
    return Reached(
        source=asked.source,
        target=asked.target,
        truth=truth,
        why=_why(asked, truth, passages, stops),
        passages=tuple(passages[:FEW]),
        stops=stops,
    )


def _passages(policed: Policed, asked: Asked, socket: Socket, let: Between[Ints]) -> Iterator[Passage]:
    """Yield what is open to one socket: where something listens, otherwise wherever something might."""
    front = asked.target != policed.pods[socket.pod].id
    if front and not socket.listener & asked.wanted:
        return
    wanted = ANY_SERVICE if front else asked.wanted
    listens = Between(wanted, wanted) if asked.exact and not front else socket.services.within(wanted)
    both = let & listens
    truth = both.truth()
    if truth is Truth.NO:
        return
    shown = socket.listener & asked.wanted if front else both.certain if truth is Truth.YES else both.possible
    via = tuple(_through(policed, asked.peer, socket.pod))
    doubts = tuple(_doubts(policed, asked.peer, socket, let)) if truth is Truth.UNKNOWN else ()
    for protocol, ports in listed(shown):
        yield Passage(
            source=asked.source,
            target=asked.target,
            protocol=protocol,
            ports=ports,
            truth=truth,
            via=via,
            unknowns=doubts,
        )


def _doubts(policed: Policed, peer: int, socket: Socket, let: Between[Ints]) -> Iterator[str]:
    if let.certain != let.possible:
        yield from policed.doubts("ingress", socket.pod, peer)
        if peer < len(policed.pods):
            yield from policed.doubts("egress", peer, socket.pod)
    if not let.certain & socket.services.certain:
        yield from socket.services.unknowns or (
            "no container declares the port and no service leads to it: whether something listens there is not known",
        )


def _through(policed: Policed, peer: int, pod: int) -> Iterator[Via]:
    """Yield the rules of policies that let a connection through, egress first."""
    if peer < len(policed.pods):
        yield from _letting(policed, "egress", peer, pod)
    yield from _letting(policed, "ingress", pod, peer)


def _letting(policed: Policed, way: str, of: int, peer: int) -> Iterator[Via]:
    selecting = policed.selecting(way, of)
    direction = "in to" if way == "ingress" else "out of"
    if not selecting:
        yield Via(asset="", says=f"no policy limits what may come {direction} {policed.pods[of].id}")
    for number, _ in selecting[:FEW]:
        policy = policed.policies[number]
        for says in policed.letting(number, way, of, peer):
            yield Via(asset=policy.id, says=says, place=policy.place)


def _stops(policed: Policed, asked: Asked, sockets: Sequence[Socket]) -> Iterator[Via]:
    """Yield the policies that stop a connection: of the way that lets nothing through, or of both."""
    seen: set[tuple[str, str]] = set()
    for socket in sockets[:FEW]:
        ways = [("ingress", socket.pod, asked.peer)]
        if asked.peer < len(policed.pods):
            ways = [("egress", asked.peer, socket.pod), *ways]
        shut = [way for way in ways if not policed.one_way(*way).possible & socket.services.possible]
        for way, of, _ in shut or ways:
            for number, _held in policed.selecting(way, of)[:FEW]:
                policy = policed.policies[number]
                if (policy.id, way) not in seen:
                    seen.add((policy.id, way))
                    yield Via(asset=policy.id, says=_limits(policy, way, policed.pods[of].id), place=policy.place)


def _limits(policy: Policy, way: str, pod: str) -> str:
    rules = policy.rules(way) or ()
    what = "lets nothing" if not rules else "lets only " + "; ".join(rule.says for rule in rules[:3])
    return f"{what} {'in to' if way == 'ingress' else 'out of'} {pod}"


def _why(asked: Asked, truth: Truth, passages: Sequence[Passage], stops: Sequence[Via]) -> str:
    what = said(asked.wanted) if asked.exact else "a connection"
    if truth is Truth.YES:
        return f"{asked.source} can open {what} to {asked.target}."
    if truth is Truth.UNKNOWN:
        why = next((why for passage in passages for why in passage.unknowns), "not everything was seen")
        return f"Whether {asked.source} can open {what} to {asked.target} is not known: {why}."
    if stops:
        return f"{asked.source} can not open {what} to {asked.target}: {stops[0].asset} {stops[0].says}."
    return f"{asked.source} can not open {what} to {asked.target}: nothing leads there."


def outside(source: str, target: str, wanted: Traffic, ways: Sequence[Way], policed: Policed) -> Reached:
    """Answer for the Internet, or a range of addresses."""
    found = [(way, way.traffic.within(wanted)) for way in ways]
    passages = [each for way, traffic in found for each in _entering(source, target, way, traffic, policed)]
    passages.sort(key=lambda passage: -passage.truth)
    truth = max((passage.truth for passage in passages), default=Truth.NO)
    stops = () if truth is not Truth.NO else tuple(_closed(ways, policed))
    narrow = {block for way, traffic in found if truth is Truth.NO for block in cidrs(traffic.possible.addresses())}
    notes = (f"open only to {', '.join(sorted(narrow)[:FEW])}",) if narrow and source == INTERNET else ()
    return Reached(
        source=source,
        target=target,
        truth=truth,
        why=_why_outside(source, target, truth, passages, (*notes, *(f"{stop.asset} {stop.says}" for stop in stops))),
        passages=tuple(passages[:FEW]),
        stops=stops,
        notes=notes,
    )


def _entering(source: str, target: str, way: Way, traffic: Between[Traffic], policed: Policed) -> Iterator[Passage]:
    truth = judged(traffic) if source == INTERNET else traffic.truth()
    if truth is Truth.NO:
        return
    open_to = traffic.certain if truth is Truth.YES else traffic.possible
    front = target != policed.pods[way.socket.pod].id
    shown = way.socket.listener if front else open_to.at(EVERYWHERE)
    via = way.entrance.via if way.entrance.past_policies else (*way.entrance.via, *_into(policed, way.socket.pod))
    for protocol, ports in listed(shown):
        yield Passage(
            source=source,
            target=target,
            protocol=protocol,
            ports=ports,
            addresses=cidrs(open_to.addresses())[:64],
            truth=truth,
            via=via,
            unknowns=way.unknowns or (("not everything was seen",) if truth is Truth.UNKNOWN else ()),
        )


def _into(policed: Policed, pod: int) -> Iterator[Via]:
    selecting = policed.selecting("ingress", pod)
    if not selecting:
        yield Via(asset="", says=f"no policy limits what may come in to {policed.pods[pod].id}")
    for number, _ in selecting[:FEW]:
        policy = policed.policies[number]
        for rule in policy.ingress or ():
            if rule.peers is None or any(peer.block is not None for peer in rule.peers):
                yield Via(asset=policy.id, says=f"lets {rule.says} in", place=policy.place)


def _closed(ways: Iterable[Way], policed: Policed) -> Iterator[Via]:
    seen: set[str] = set()
    for way in ways:
        if way.blocked:
            for number, _ in policed.selecting("ingress", way.socket.pod)[:FEW]:
                policy = policed.policies[number]
                if policy.id not in seen:
                    seen.add(policy.id)
                    says = _limits(policy, "ingress", policed.pods[way.socket.pod].id)
                    yield Via(asset=policy.id, says=says, place=policy.place)
        elif way.entrance.why and way.entrance.via and way.entrance.via[0].asset not in seen:
            seen.add(way.entrance.via[0].asset)
            yield Via(asset=way.entrance.via[0].asset, says=way.entrance.why, place=way.entrance.via[0].place)


def _why_outside(source: str, target: str, truth: Truth, passages: Sequence[Passage], closed: Sequence[str]) -> str:
    who = "the Internet" if source == INTERNET else source
    if truth is Truth.YES:
        return f"{who[0].upper()}{who[1:]} can open a connection to {target}."
    if truth is Truth.UNKNOWN:
        why = next((why for passage in passages for why in passage.unknowns), "not everything was seen")
        return f"Whether {who} can open a connection to {target} is not known: {why}."
    why = closed[0] if closed else "nothing leads there from outside of the cluster"
    return f"{who[0].upper()}{who[1:]} can not open a connection to {target}: {why}."


def unseen(source: str, front: Front) -> Reached:
    """Answer where it was not seen what something leads to."""
    why = f"Whether {source} reaches {front.id} is not known: {front.unseen}."
    return Reached(source=source, target=front.id, truth=Truth.UNKNOWN, why=why)
