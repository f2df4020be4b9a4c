"""Network reach in clusters: how long thousands of workloads with hundreds of policies take, all pairs of them."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from itertools import pairwise

from bartizan.app.network.exposed import tell
from bartizan.app.network.kubernetes import network
from bartizan.content.kinds.kubernetes.namespace import Namespace, NetworkPolicy
from bartizan.content.kinds.kubernetes.service import Service
from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.kind import Asset
from bartizan.graph.graph import Graph

SIZES = (500, 5_000)
PER_NAMESPACE = 50
TIERS = ("web", "api", "worker", "cache", "db")


def estate(workloads: int, own: bool) -> list[Asset]:
    """Return a cluster: namespaces of fifty workloads, each with a default deny, tiers that may talk, services.

    `own`: each workload has a policy of its own, which names another one; otherwise each tier has one.
    """
    chance = random.Random(7)
    return [each for number in range(workloads // PER_NAMESPACE) for each in _namespace(number, own, chance)]


def _namespace(number: int, own: bool, chance: random.Random) -> Iterator[Asset]:
    name = f"team-{number}"
    yield Namespace(f"Namespace/{name}", name=name, labels=json.dumps({"team": str(number % 20)}))
    yield _policy(name, "deny", {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]})
    for at in range(PER_NAMESPACE):
        tier = TIERS[at % len(TIERS)]
        yield from _workload(name, f"{tier}-{at}", {"app": f"{tier}-{at}", "tier": tier})
        if own:
            friend = chance.randrange(PER_NAMESPACE)
            yield _policy(name, f"own-{at}", _rule({"app": f"{tier}-{at}"}, {"app": f"{TIERS[friend % 5]}-{friend}"}))
    if not own:
        for tier, behind in pairwise(TIERS):
            yield _policy(name, f"tier-{behind}", _rule({"tier": behind}, {"tier": tier}))


def _rule(selected: dict[str, str], peer: dict[str, str]) -> dict[str, object]:
    pods, port = {"podSelector": {"matchLabels": peer}}, {"port": "http"}
    team = {"namespaceSelector": {"matchLabels": {"team": "3"}}}
    return {
        "podSelector": {"matchLabels": selected},
        "ingress": [{"from": [pods, team], "ports": [port]}],
        "egress": [{"to": [pods], "ports": [{"port": 8080, "endPort": 8090}]}],
        "policyTypes": ["Ingress", "Egress"],
    }


def _policy(namespace: str, name: str, spec: dict[str, object]) -> NetworkPolicy:
    id = f"{namespace}/NetworkPolicy/{name}"
    return NetworkPolicy(id, name=name, namespace_name=namespace, spec=json.dumps(spec))


def _workload(namespace: str, name: str, labels: dict[str, str]) -> Iterator[Asset]:
    id = f"{namespace}/Deployment/{name}"
    container = f"{id}/spec/template/spec/containers/0"
    yield Workload(
        id,
        name=name,
        namespace=namespace,
        type="Deployment",
        labels=json.dumps(labels),
        host_network=False,
        node_name=None,
        containers=frozenset({container}),
    )
    listeners = json.dumps([{"name": "http", "containerPort": 8080}])
    yield Container(
        container,
        name=name,
        image="shop",
        listeners=listeners,
        ports=frozenset({8080}),
        host_ports=frozenset(),
        workload=frozenset({id}),
    )
    yield Service(
        f"{namespace}/Service/{name}",
        name=name,
        namespace=namespace,
        type="LoadBalancer" if name == "web-0" else "ClusterIP",
        ports=frozenset({80}),
        listeners=json.dumps([{"port": 80, "targetPort": "http"}]),
        selector=json.dumps(labels),
        workloads=frozenset({id}),
        source_ranges=frozenset(),
        external_ips=frozenset(),
        keeps_source=False,
        internal=False,
    )


def clusters() -> None:
    """Measure clusters of several sizes, with a policy for each tier and with one for each workload."""
    print("network policies")
    for own in (False, True):
        for size in SIZES:
            _measured(size, own)


def _measured(size: int, own: bool) -> None:
    graph = Graph(estate(size, own))
    policies = sum(1 for _ in graph.of(NetworkPolicy))
    start = time.perf_counter()
    found = network(graph)
    read = time.perf_counter()
    grid = found.grid([each.id for each in graph.assets if isinstance(each, Workload | Service)])
    asked = time.perf_counter()
    tell(graph, found)
    end = time.perf_counter()
    print(
        f"  {size:>6,} workloads, {policies:>6,} policies: read {read - start:5.2f} s, "
        f"{len(grid.rows):,} x {len(grid.columns):,} pairs {asked - read:5.2f} s "
        f"in {grid.truths.shape[0]:,} x {grid.truths.shape[1]:,} classes, told {end - asked:5.2f} s",
        flush=True,
    )


if __name__ == "__main__":
    clusters()
