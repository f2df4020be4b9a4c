"""Workloads as pods of the engine: where they are, which ports they declare, whether nodes lend them their network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bartizan.app.identity.kubernetes.reading import document, flag, labels, members, text
from bartizan.app.identity.kubernetes.realms import Realms
from bartizan.content.kinds.host import Host
from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.network.kubernetes.estate import Pod, Port
from bartizan.network.space import PROTOCOLS, Ints, service

HIGHEST = 65535


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A workload, read."""

    asset: Workload
    pod: Pod
    labels: Mapping[str, str]
    labels_unseen: str
    on_node: Ints
    """Services of its pods that ports of their node lead to."""
    on_node_unseen: str
    images: tuple[str, ...]
    nodes: Truth
    """Whether its nodes are open to the Internet: never certain, as that takes more than an address."""


def placed(graph: Graph, known: Realms) -> list[Placed]:
    """Return all workloads of a graph."""
    containers: dict[str, list[Container]] = defaultdict(list)
    for container in graph.of(Container):
        for owner in led_to(container.read("workload"))[0]:
            containers[owner].append(container)
    return [_placed(graph, each, containers[each.id], known) for each in graph.of(Workload)]


def _placed(graph: Graph, workload: Workload, owned: Sequence[Container], known: Realms) -> Placed:
    ids, more = led_to(workload.read("containers"))
    missing = next((id for id in sorted(ids) if graph.get(id) is None), "")
    ports_unseen = more.why if more is not None else f"{missing} was not read" if missing else ""
    ports: list[Port] = []
    on_node, on_node_unseen = Ints(), ports_unseen
    inside = {each.id: each for each in (*owned, *_containers(graph, ids))}
    for container in inside.values():
        found, unseen = declared(container)
        ports += [port for port, _ in found]
        ports_unseen = ports_unseen or unseen
        on_node |= Ints.of(span for port, taken in found if taken for span in _service(port).spans)
        on_node_unseen = on_node_unseen or _node_ports_unseen(container, unseen)
    own, hidden = labels(workload)
    listens = Ints.of(span for port in ports for span in _service(port).spans)
    pod = Pod(
        id=workload.id,
        namespace=text(workload, "namespace"),
        ports=tuple(dict.fromkeys(ports)),
        ports_unseen=ports_unseen,
        listens=listens,
        on_host=flag(workload, "host_network"),
        everywhere=workload.read("type") == "DaemonSet" and workload.read("node_name") is None,
        realm=known.of.get(workload.id, -1),
        place=workload.place,
    )
    return Placed(
        asset=workload,
        pod=pod,
        labels=own,
        labels_unseen=hidden,
        on_node=on_node,
        on_node_unseen=on_node_unseen,
        images=tuple(text(each, "image") for each in inside.values()),
        nodes=_nodes(graph, workload.id),
    )


def _containers(graph: Graph, ids: frozenset[str]) -> Iterator[Container]:
    for id in sorted(ids):
        asset = graph.get(id)
        if isinstance(asset, Container):
            yield asset


def declared(container: Container) -> tuple[list[tuple[Port, bool]], str]:
    """Return the ports that a container declares, each with whether it takes one of the node, and what is unseen."""
    written = document(container, "listeners")
    if isinstance(written, Unknown):
        return _by_number(container, written.why)
    if not isinstance(written, list):
        return [], "" if written is None else f"the ports of {container.id} are no list"
    found: list[tuple[Port, bool]] = []
    unseen = ""
    for each in written:
        port = _port(each)
        if port is None:
            unseen = f"a port of {container.id} could not be read"
        else:
            found.append((port, bool(each.get("hostPort"))))
    return found, unseen


def _by_number(container: Container, why: str) -> tuple[list[tuple[Port, bool]], str]:
    """Return what is known where only the numbers are."""
    numbers, more = members(container, "ports")
    return [(Port(number=int(each)), False) for each in numbers if each.isdecimal()], more or why


def _node_ports_unseen(container: Container, unseen: str) -> str:
    numbers, more = members(container, "host_ports")
    return unseen and (more or ("" if not numbers else unseen))


def _port(written: Any) -> Port | None:
    if not isinstance(written, dict):
        return None
    number, protocol = written.get("containerPort"), str(written.get("protocol") or "TCP").lower()
    if not isinstance(number, int) or not 0 < number <= HIGHEST or protocol not in ("tcp", "udp", "sctp"):
        return None
    return Port(number=number, protocol=PROTOCOLS[protocol], name=str(written.get("name") or ""))


def _service(port: Port) -> Ints:
    return service(port.protocol, Ints(((port.number, port.number),)))


def _nodes(graph: Graph, workload: str) -> Truth:
    """Tell whether the machines under a workload may be reached from the Internet: no, or not known."""
    host = graph.get(f"host:{workload}")
    ids, more = led_to(host.read("machines")) if isinstance(host, Host) else (frozenset(), Unknown("no machine"))
    if more is not None or not ids:
        return Truth.UNKNOWN
    machines = [graph.get(id) for id in ids]
    shut = all(each is not None and each.read("exposed") is False for each in machines)
    return Truth.NO if shut else Truth.UNKNOWN
