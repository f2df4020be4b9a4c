"""The networks of clusters as a whole: all at once, with less seen, told to the graph, and fed with anything."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bartizan.app.identity.world import world, world_of
from bartizan.app.network.exposed import tell
from bartizan.app.network.kubernetes import network
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.content.kinds.kubernetes.namespace import Namespace, NetworkPolicy
from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.reach import INTERNET
from bartizan.core.truth import Unknown
from bartizan.graph.graph import Graph
from bartizan.network.kubernetes.cluster import Cluster
from tests.app.network.test_kubernetes import (
    API,
    CONTROLLER,
    DENY,
    EXTERNAL,
    FAR,
    FROM_WEB,
    GATEWAY,
    NO,
    PODS,
    ROUTE,
    TO_WEB,
    UNKNOWN,
    WEB,
    YES,
    assets,
    cluster,
    ingress,
    policy,
    service,
)


def test_clusters_that_can_not_be_one_do_not_reach_each_other(tmp_path: Path) -> None:
    for folder in ("dev", "prod"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "all.yaml").write_text(PODS)
        (tmp_path / folder / "Chart.yaml").write_text("")
    read = world(target(tmp_path), Options(cache=None, jobs=1)).graph
    found = network(read)
    dev, prod = sorted(each.id for each in read.of(Workload) if each.id.endswith(WEB))

    assert found.reach(dev, prod).truth is NO
    assert found.reach(dev, dev.replace(WEB, API)).truth is YES
    assert_grid_is_reach(found)


def assert_grid_is_reach(found: Cluster) -> None:
    """Hold the answers for all at once against those for one pair at a time."""
    targets = [*(pod.id for pod in found.estate.pods), *(front.id for front in found.estate.fronts), "nothing"]
    grid = found.grid(targets)
    for row, source in enumerate(found.sources()):
        for column, to in enumerate(targets):
            expected = found.reach(source, to).truth if to != "nothing" else NO
            assert grid.at(row, column) == expected, f"{source} => {to}"


AGENT = """
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: far}
spec:
  template:
    metadata: {labels: {app: agent}}
    spec: {hostNetwork: true, containers: [{name: c, ports: [{containerPort: 9100}]}]}
"""
EVERYTHING = (
    CONTROLLER,
    service("type: LoadBalancer"),
    ingress(f"ingressClassName: nginx, {TO_WEB}"),
    GATEWAY % ("shop", EXTERNAL, ""),
    ROUTE % ("HTTPRoute", "shop"),
    policy(podSelector={"matchLabels": {"app": "api"}}, ingress=[{"from": [FROM_WEB], "ports": [{"port": "http"}]}]),
    "apiVersion: v1\nkind: Service\nmetadata: {name: x, namespace: far}\nspec: {type: ExternalName}\n",
    AGENT,
)


def test_answers_for_all_at_once_are_those_for_one(tmp_path: Path) -> None:
    assert_grid_is_reach(cluster(tmp_path, *EVERYTHING))
    assert_grid_is_reach(cluster(tmp_path, *EVERYTHING, DENY))
    assert_grid_is_reach(cluster(tmp_path))


def test_seeing_less_never_turns_an_answer_around(tmp_path: Path) -> None:
    known = assets(tmp_path, *EVERYTHING, DENY.replace("shop", "far"))
    pairs = [(source, to) for source in (INTERNET, WEB, FAR) for to in (WEB, API, FAR, "shop/Service/web")]
    fresh = [type(each)(each.id, **each.values) for each in known]
    first = network(world_of(fresh).graph)
    before = {pair: first.reach(*pair).truth for pair in pairs}

    for asset in fresh:
        for name in list(asset.values):
            less = [
                type(each)(
                    each.id, **{key: value for key, value in each.values.items() if (each, key) != (asset, name)}
                )
                for each in fresh
            ]
            found = network(world_of(less).graph)
            for pair, truth in before.items():
                assert found.reach(*pair).truth in (truth, UNKNOWN), f"{pair} without {name} of {asset.id}"


def test_the_graph_is_told_what_is_exposed(tmp_path: Path) -> None:
    graph = world_of(
        assets(tmp_path, service("type: LoadBalancer"), policy(podSelector={"matchLabels": {"app": "api"}}))
    ).graph

    tell(graph, network(graph))

    web, api, front = (graph.get(id) for id in (WEB, API, "shop/Service/web"))
    assert web is not None
    assert web.read("exposed") is True
    assert "shop/Service/web is a load balancer" in web.read("exposed_by")
    assert front is not None
    assert front.read("exposed") is True
    assert api is not None
    assert api.read("exposed") is False
    assert api.read("exposed_by") is None


def test_what_was_told_already_is_left(tmp_path: Path) -> None:
    graph = world_of(assets(tmp_path, service("type: NodePort"))).graph
    web = graph.get(WEB)
    assert web is not None
    web.values["exposed"] = True

    tell(graph, network(graph))

    assert web.read("exposed") is True
    assert isinstance(web.read("exposed_by"), Unknown)


TEXTS = st.sampled_from(["", "web", "10.0.0.0/8", "TCP", "In", "Ingress", "\ue000?hidden\ue001", "http"])
KEYS = st.sampled_from(
    ["podSelector", "namespaceSelector", "matchLabels", "matchExpressions", "key", "operator", "values", "ipBlock",
     "cidr", "except", "ports", "port", "endPort", "protocol", "from", "to", "ingress", "egress", "policyTypes", "app"]
)  # fmt: skip
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 70000) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEYS, DOCUMENTS, max_size=4) | DOCUMENTS)
def test_no_policy_is_too_strange_to_be_read(spec: object) -> None:
    pods = [
        Workload(f"shop/Pod/{name}", name=name, namespace="shop", labels=json.dumps({"app": name}), host_network=False)
        for name in ("web", "api")
    ]
    ports = Container("shop/Pod/web/spec/containers/0", listeners=json.dumps(spec), workload=frozenset({WEB}))
    odd = NetworkPolicy("shop/NetworkPolicy/p", name="p", namespace_name="shop", spec=json.dumps(spec))

    found = network(Graph([*pods, ports, odd, Namespace("Namespace/shop", name="shop", labels=json.dumps(spec))]))

    assert found.allowed(API, WEB).possible.covers(found.allowed(API, WEB).certain)
    assert found.reach(INTERNET, WEB).truth in (NO, UNKNOWN)
