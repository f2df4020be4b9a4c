"""Network policies against the published answers for 25 clusters: every connection, every protocol, every port.

The answers are those of netpol-analyzer. It differs from this engine, on purpose, in four ways:

1. It takes pods in the network of their node for ordinary ones. Kubernetes leaves it open whether policies count for
   them, so here both are possible; its answer must be within what is said here, and equal once the flag is left out.
2. It takes blocks of addresses to fit no pod. Kubernetes leaves that open too: what a block would let through is
   possible here, never certain. That are the two clusters of `ipblockstest`, and no other.
3. Namespaces that no manifest declares have no labels there; here their labels would be unknown, so they are declared.
4. All ports of TCP, UDP and SCTP are "All Connections" there; here ICMP and other protocols are something more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bartizan.app.identity.world import world, world_of
from bartizan.app.network.kubernetes import network
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.content.kinds.kubernetes.namespace import Namespace
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.truth import Truth
from bartizan.network.kubernetes.cluster import Cluster
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE_V4,
    NOTHING,
    Between,
    Ints,
    Traffic,
    addresses,
    box,
    ports,
    service,
)

DATA = Path("/work/shared/data/netpol")
CLUSTERS = sorted(path.parent.name for path in DATA.glob("*/connections.txt"))
WITH_BLOCKS = ("ipblockstest", "ipblockstest_3")
LINE = re.compile(r"(.+) => (.+) : (.+)")
KINDS = ("Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "ReplicationController")
NUMBERED = Ints(((1, 65535),))
DOMAIN = service("tcp", NUMBERED) | service("udp", NUMBERED) | service("sctp", NUMBERED)
V4 = box(EVERYWHERE_V4, DOMAIN)
each_cluster = pytest.mark.parametrize(
    "name", CLUSTERS or [pytest.param("", marks=pytest.mark.skip(reason=f"no {DATA}"))]
)


def services(written: str) -> Ints:
    """Read `TCP 8081-8082,UDP 9091`; a protocol holds for all ports up to the next one."""
    if written == "All Connections":
        return DOMAIN
    found, protocol = NOTHING, ""
    for part in written.split(","):
        protocol, port = part.split() if " " in part else (protocol, part)
        found |= service(protocol.lower(), ports(port)[0])
    return found


def objects(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml", ".json")):
        for document in yaml.load_all(file.read_text(), yaml.CSafeLoader):
            if isinstance(document, dict):
                yield from document.get("items") or [] if str(document.get("kind")).endswith("List") else [document]


@lru_cache(maxsize=32)
def owners(folder: Path) -> dict[str, str]:
    """Return what the published answers call each workload: pods are called after what owns them."""
    found = {}
    for each in objects(folder):
        kind, said = each.get("kind") or "Pod", each["metadata"]
        owner = (said.get("ownerReferences") or [{"name": said["name"], "kind": kind}])[0]
        space = said.get("namespace", "default")
        if kind in KINDS:
            found[f"{space}/{kind}/{said['name']}"] = f"{space}/{owner['name']}[{owner.get('kind', 'Pod')}]"
    return found


@lru_cache(maxsize=64)
def cluster(name: str, *, plain: bool) -> Cluster:
    """Return the network of a cluster; `plain` without the pods that are in the network of their node."""
    read = world(target(DATA / name / "manifests"), Options(cache=None, jobs=1))
    assets = list(read.graph.assets)
    declared = {asset.read("name") for asset in assets if isinstance(asset, Namespace)}
    workloads = [asset for asset in assets if isinstance(asset, Workload)]
    spaces = sorted({str(asset.namespace) for asset in workloads} - declared)
    assets += [Namespace(f"Namespace/{space}", name=space, labels=None) for space in spaces]
    for workload in workloads if plain else ():
        workload.values["host_network"] = False
    return network(world_of(assets).graph)


def published(name: str) -> tuple[dict[tuple[str, str], Ints], dict[tuple[str, str], Traffic]]:
    """Return the answers between workloads, and for each of them and a way those with the outside."""
    inside: dict[tuple[str, str], Ints] = defaultdict(lambda: NOTHING)
    outside: dict[tuple[str, str], Traffic] = defaultdict(Traffic)
    for line in filter(None, (DATA / name / "connections.txt").read_text().splitlines()):
        found = LINE.fullmatch(line)
        assert found is not None, line
        source, to, what = found.groups()
        if source.endswith("[External]"):
            outside[to, "ingress"] |= box(addresses(source.removesuffix("[External]"))[0], services(what))
        elif to.endswith("[External]"):
            outside[source, "egress"] |= box(addresses(to.removesuffix("[External]"))[0], services(what))
        else:
            inside[source, to] |= services(what)
    return inside, outside


def named(found: Cluster, name: str) -> list[tuple[str, str]]:
    """Return the id of each workload with what it is called in the answers."""
    known = owners(DATA / name / "manifests")
    return [(pod.id, known[re.split(r"//|:", pod.id)[-1]]) for pod in found.estate.pods]


@each_cluster
def test_connections_between_workloads_agree_line_by_line(name: str) -> None:
    """Both ways: each line is found, and nothing is found that is no line."""
    found, (inside, _) = cluster(name, plain=True), published(name)

    for source, called in named(found, name):
        for to, to_called in named(found, name):
            if called != to_called:
                ours, theirs = found.allowed(source, to), inside[called, to_called]
                assert ours.certain & DOMAIN == theirs, f"{source} => {to}"
                assert name in WITH_BLOCKS or ours.possible & DOMAIN == theirs, f"{source} => {to}"


@each_cluster
def test_connections_with_the_outside_agree_line_by_line(name: str) -> None:
    found, (_, outside) = cluster(name, plain=True), published(name)

    for workload, called in named(found, name):
        for way in ("ingress", "egress"):
            ours = found.outside(way, workload).within(V4)
            assert ours.certain == ours.possible == outside[called, way], f"{way} {workload}"


@each_cluster
def test_what_ingress_controllers_may_open_agrees_line_by_line(name: str) -> None:
    """There the controller is somewhere in the cluster and has no labels; here it is assumed to be somewhere too."""
    found, (inside, _) = cluster(name, plain=True), published(name)
    led: dict[int, Between[Ints]] = defaultdict(lambda: Between(NOTHING, NOTHING))

    for front in found.estate.fronts:
        for entrance in front.entrances:
            for socket in entrance.sockets if entrance.by_controller else ():
                led[socket.pod] |= socket.services & found.policed.between(found.policed.controller, socket.pod)

    for number, (workload, called) in enumerate(named(found, name)):
        theirs = inside["{ingress-controller}", called]
        assert led[number].certain == led[number].possible == theirs, workload


@each_cluster
def test_answers_for_pods_in_the_network_of_their_node_hold_what_is_published(name: str) -> None:
    found, (inside, outside) = cluster(name, plain=False), published(name)
    on_host = {pod.id for pod in found.estate.pods if pod.on_host is Truth.YES}

    for source, called in named(found, name):
        for to, to_called in named(found, name):
            if called != to_called and {source, to} & on_host:
                ours = found.allowed(source, to)
                assert inside[called, to_called].covers(ours.certain & DOMAIN), f"{source} => {to}"
                assert ours.possible.covers(inside[called, to_called]), f"{source} => {to}"
        for way in ("ingress", "egress") if source in on_host else ():
            ours_out = found.outside(way, source).within(V4)
            assert outside[called, way].covers(ours_out.certain), f"{way} {source}"
            assert ours_out.possible.covers(outside[called, way]), f"{way} {source}"


def test_every_published_cluster_is_asked() -> None:
    assert len(CLUSTERS) in (0, 25)
    assert ANY_SERVICE.covers(DOMAIN)
