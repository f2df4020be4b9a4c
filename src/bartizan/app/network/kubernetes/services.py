"""Services, read for the engine: which ports of which pods each of their own ports leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bartizan.app.identity.kubernetes.reading import document, flag, members, text
from bartizan.app.identity.kubernetes.realms import Realms
from bartizan.app.network.kubernetes.pods import Placed
from bartizan.content.kinds.kubernetes.service import Service
from bartizan.core.reach import Via
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.hole import holes, shown
from bartizan.network.kubernetes.estate import Entrance, Front, Socket
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE,
    NOTHING,
    OUTER,
    PROTOCOLS,
    Between,
    Ints,
    addresses,
    known,
    perhaps,
    said,
    service,
)

HIGHEST = 65535
NODES = "it is a port of the nodes, and whether the Internet reaches those is not known"
SHUT = "the machines of the nodes are not open to the Internet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """One port of a service."""

    number: int | None
    """None where it is not known."""
    name: str
    sockets: tuple[Socket, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A service, read."""

    asset: Service
    namespace: str
    name: str
    realm: int
    listeners: tuple[Listener, ...]
    unseen: str

    def sockets(self, port: object = None) -> tuple[Socket, ...]:
        """Return what a port of it (a number or a name, None for all) leads to; nothing where it has no such port."""
        return tuple(
            socket
            for listener in self.listeners
            if port is None or listener.number is None or port in (listener.number, str(listener.number), listener.name)
            for socket in listener.sockets
        )

    def via(self) -> Via:
        """Return it as something on the way."""
        ports = Ints.of(span for socket in self.sockets() for span in socket.listener.spans)
        return Via(
            asset=self.asset.id, says=f"leads {said(ports) if ports else 'nothing'} to pods", place=self.asset.place
        )


class Services:
    """All services of a graph, by name."""

    def __init__(self, graph: Graph, placed: Sequence[Placed], realms: Realms) -> None:
        self._placed = placed
        self._numbers = {each.asset.id: number for number, each in enumerate(placed)}
        self._inside: Mapping[str, list[int]] = _by_namespace(placed)
        self._realms = realms
        self.all = [self._served(each) for each in graph.of(Service)]
        self._named: dict[tuple[str, str], list[Served]] = defaultdict(list)
        for each in self.all:
            self._named[each.namespace, each.name].append(each)

    def named(self, namespace: str, name: str, realm: int) -> Served | None:
        """Return the service of a name that may be in the same cluster; the one that was read together, if any."""
        found = [
            each
            for each in self._named.get((namespace, name), ())
            if (min(each.realm, realm), max(each.realm, realm)) not in self._realms.apart
        ]
        return min(found, key=lambda each: each.realm != realm, default=None)

    def _served(self, service: Service) -> Served:
        pods, unseen = self._pods(service)
        written = document(service, "listeners")
        listeners = (
            self._by_number(service, pods)
            if isinstance(written, Unknown)
            else tuple(self._listener(each, service, pods) for each in written if isinstance(written, list))
            if written
            else ()
        )
        return Served(
            asset=service,
            namespace=text(service, "namespace"),
            name=text(service, "name"),
            realm=self._realms.of.get(service.id, -1),
            listeners=listeners,
            unseen=unseen,
        )

    def _pods(self, service: Service) -> tuple[Mapping[int, Truth], str]:
        """Return the pods that a service leads to, or may, and why there may be more."""
        ids, more = led_to(service.read("workloads"))
        found = dict.fromkeys(sorted(self._numbers[id] for id in ids if id in self._numbers), Truth.YES)
        if more is not None:
            near = self._inside.get(text(service, "namespace"), range(len(self._placed)))
            found = {**dict.fromkeys(near, Truth.UNKNOWN), **found}
            return found, f"which pods {service.id} leads to is not known: {more.why}"
        if not ids and service.read("selector") is None and service.read("type") != "ExternalName":
            return found, f"{service.id} has no selector: it leads where its endpoints say"
        return found, ""

    def _by_number(self, service: Service, pods: Mapping[int, Truth]) -> tuple[Listener, ...]:
        """Return what is known where only the numbers of the ports are: they lead to where the pods listen."""
        numbers, more = members(service, "ports")
        own = [int(each) for each in numbers if each.isdecimal()]
        return tuple(
            Listener(number=number, name="", sockets=tuple(self._where(pods, _tcp(number))))
            for number in (*own, *((None,) if more else ()))
        )

    def _where(self, pods: Mapping[int, Truth], listener: Ints) -> Iterator[Socket]:
        for pod, held in pods.items():
            listens = self._placed[pod].pod.listens
            certain = listens if held is Truth.YES else NOTHING
            why = "which port of the pods the service leads to is not known"
            yield Socket(pod=pod, services=Between(certain, ANY_SERVICE, (why,)), listener=listener)

    def _listener(self, written: Any, service: Service, pods: Mapping[int, Truth]) -> Listener:
        number = written.get("port") if isinstance(written, dict) else None
        if not isinstance(written, dict) or not isinstance(number, int) or not 0 < number <= HIGHEST:
            return Listener(number=None, name="", sockets=tuple(self._where(pods, ANY_SERVICE)))
        protocol = PROTOCOLS.get(str(written.get("protocol") or "TCP").lower())
        own = _one(protocol, number) if protocol else ANY_SERVICE
        to = written.get("targetPort")
        sockets = tuple(
            Socket(pod=pod, services=self._target(pod, number if to is None else to, protocol, held), listener=own)
            for pod, held in pods.items()
        )
        return Listener(number=number, name=str(written.get("name") or ""), sockets=sockets)

    def _target(self, pod: int, to: object, protocol: int | None, held: Truth) -> Between[Ints]:
        """Return the services of a pod that a target port is: a number, or the name of a port of a container."""
        if protocol is None:
            return perhaps(ANY_SERVICE, "the protocol of a port of the service is not known")
        if isinstance(to, str) and to.isdecimal():
            to = int(to)
        if isinstance(to, int):
            fits = 0 < to <= HIGHEST
            found = known(_one(protocol, to)) if fits else known(NOTHING)
        elif isinstance(to, str) and not holes(to):
            own = self._placed[pod].pod
            ports = (port for port in own.ports if port.name == to and port.protocol == protocol)
            found = known(Ints.of(span for port in ports for span in _one(protocol, port.number).spans))
            if own.ports_unseen:
                found |= perhaps(service(protocol), own.ports_unseen)
        else:
            found = perhaps(service(protocol), "which port of the pods a service leads to is not known")
        unsure = "which pods the service leads to is not known"
        return found if held is Truth.YES else Between(NOTHING, found.possible, (unsure,))


def _by_namespace(placed: Sequence[Placed]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(placed):
        found[each.pod.namespace].append(number)
    return dict(found)


def _one(protocol: int, port: int) -> Ints:
    return service(protocol, Ints(((port, port),)))


def _tcp(number: int | None) -> Ints:
    return ANY_SERVICE if number is None else _one(PROTOCOLS["tcp"], number)


def front(served: Served, nodes: Truth) -> Front:
    """Return a service as the engine wants it; `nodes` is whether the machines under the cluster are reached."""
    type = served.asset.read("type")
    entrances = tuple(_entrances(served, type, nodes))
    outside = type == "ExternalName"
    return Front(
        id=served.asset.id,
        sockets=() if outside else served.sockets(),
        inside=Truth.NO if outside else Truth.YES,
        unseen=served.unseen
        or ("" if not isinstance(type, Unknown) else f"the type of {served.asset.id} is not known"),
        entrances=entrances,
        via=(served.via(),),
        realm=served.realm,
    )


def _entrances(served: Served, type: object, nodes: Truth) -> Iterator[Entrance]:
    asset = served.asset
    keeps = flag(asset, "keeps_source")
    if type == "LoadBalancer" or isinstance(type, Unknown):
        open_to, why = _balanced(asset, type)
        says = f"is a load balancer{'' if open_to is not Truth.NO else ' for the private network'}"
        yield Entrance(
            truth=open_to,
            why=why,
            addresses=_ranges(asset),
            sockets=served.sockets(),
            keeps=keeps,
            via=(Via(asset=asset.id, says=says, place=asset.place), served.via()),
        )
    if type == "NodePort" or isinstance(type, Unknown):
        yield Entrance(
            truth=nodes,
            why=NODES if nodes is Truth.UNKNOWN else SHUT,
            sockets=served.sockets(),
            keeps=keeps,
            via=(Via(asset=asset.id, says="takes a port of every node", place=asset.place), served.via()),
        )
    taken, more = members(asset, "external_ips")
    outer = [each for each in taken if holes(each) or addresses(each)[0] & OUTER]
    if outer or more:
        which = shown(outer[0]) if outer else "an address that was not seen"
        yield Entrance(
            truth=Truth.UNKNOWN,
            why=f"whether {which} leads to the nodes is not known",
            sockets=served.sockets(),
            keeps=keeps,
            via=(Via(asset=asset.id, says=f"takes over {which}", place=asset.place), served.via()),
        )


def _balanced(asset: Service, type: object) -> tuple[Truth, str]:
    if isinstance(type, Unknown):
        return Truth.UNKNOWN, f"whether {asset.id} has a load balancer is not known: {type.why}"
    internal = flag(asset, "internal")
    if internal is Truth.YES:
        return Truth.NO, "its load balancer is for the private network alone"
    if internal is Truth.UNKNOWN:
        return Truth.UNKNOWN, f"whether the load balancer of {asset.id} is internal is not known"
    return Truth.YES, ""


def _ranges(asset: Service) -> Between[Ints]:
    """Return who may use a load balancer."""
    written, more = members(asset, "source_ranges")
    if more and not written:
        return perhaps(EVERYWHERE, f"who may use the load balancer of {asset.id} is not known")
    if not written:
        return known(EVERYWHERE)
    found: Between[Ints] = known(NOTHING)
    for each in written:
        block, problem = (NOTHING, "a range is not known") if holes(each) else addresses(each)
        found |= perhaps(EVERYWHERE, problem) if problem else known(block)
    return found | perhaps(EVERYWHERE, more) if more else found
