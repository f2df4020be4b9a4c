"""The networks of clusters, as manifests declare them: who reaches whom, through what, and what stops it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bartizan.app.identity.world import world, world_of
from bartizan.app.network.kubernetes import network
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.content.kinds.host import Host
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.kind import Asset
from bartizan.core.reach import INTERNET
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.network.kubernetes.cluster import Cluster
from bartizan.network.space import said

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
WEB, API, FAR = "shop/Pod/web", "shop/Pod/api", "far/Pod/far"
PODS = """
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: shop}}
---
apiVersion: v1
kind: Namespace
metadata: {name: far, labels: {team: far}}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web, tier: front}}
spec: {containers: [{name: c, image: web, ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
spec: {containers: [{name: c, ports: [{name: http, containerPort: 9000}, {containerPort: 9, protocol: UDP}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: far, namespace: far, labels: {app: far}}
spec: {containers: [{name: c, image: far, ports: [{containerPort: 7000}]}]}
"""
SERVICE = """
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, annotations: {%s}}
spec: {selector: {app: web}, ports: [{name: web, port: 80, targetPort: http}], %s}
"""
INGRESS = """
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop, annotations: {%s}}
spec: {%s}
"""
TO_WEB = "rules: [{http: {paths: [{path: /, backend: {service: {name: web, port: {name: web}}}}]}}]"
POLICY = """
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: %s, namespace: shop}
spec: %s
"""
DENY = POLICY % ("deny", "{podSelector: {}}")


def assets(folder: Path, *texts: str) -> list[Asset]:
    (folder / "all.yaml").write_text("\n---\n".join((PODS, *texts)))
    return list(world(target(folder), Options(cache=None, jobs=1)).graph.assets)


def cluster(folder: Path, *texts: str) -> Cluster:
    return network(world_of(assets(folder, *texts)).graph)


def service(more: str = "type: ClusterIP", annotations: str = "") -> str:
    return SERVICE % (annotations, more)


def ingress(spec: str = TO_WEB, annotations: str = "") -> str:
    return INGRESS % (annotations, spec)


def policy(**spec: object) -> str:
    return POLICY % ("p", json.dumps(spec))


@pytest.mark.parametrize(
    ("texts", "truth"),
    [
        pytest.param([service()], NO, id="cluster ip"),
        pytest.param([service("clusterIP: None")], NO, id="headless"),
        pytest.param([service("type: LoadBalancer")], YES, id="load balancer"),
        pytest.param(
            [service("type: LoadBalancer", "networking.gke.io/load-balancer-type: Internal")], NO, id="internal"
        ),
        pytest.param(
            [service("type: LoadBalancer", "service.beta.kubernetes.io/aws-load-balancer-type: external")],
            NO,
            id="the controller of AWS makes it internal",
        ),
        pytest.param(
            [service("type: LoadBalancer, loadBalancerSourceRanges: [198.51.99.0/24]")], NO, id="narrow ranges"
        ),
        pytest.param(
            [service("type: LoadBalancer, loadBalancerSourceRanges: [0.0.0.0/1, 128.0.0.0/1]")], YES, id="two halves"
        ),
        pytest.param([service("type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]")], NO, id="private ranges"),
        pytest.param(
            [service("type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/40]")], UNKNOWN, id="invalid range"
        ),
        pytest.param([service("type: NodePort")], UNKNOWN, id="node port"),
        pytest.param([service("externalIPs: [9.9.9.9]")], UNKNOWN, id="public external address"),
        pytest.param([service("externalIPs: [10.9.9.9]")], NO, id="private external address"),
        pytest.param([service(), ingress()], UNKNOWN, id="ingress whose controller is assumed"),
        pytest.param(
            [service(), ingress(annotations="alb.ingress.kubernetes.io/scheme: internet-facing")], YES, id="public alb"
        ),
        pytest.param([service(), ingress(f"ingressClassName: alb, {TO_WEB}")], NO, id="alb is internal by default"),
        pytest.param([service(), ingress(f"ingressClassName: gce, {TO_WEB}")], YES, id="gce"),
        pytest.param([service(), ingress(f"ingressClassName: gce-internal, {TO_WEB}")], NO, id="internal gce"),
        pytest.param(
            [service(), ingress("ingressClassName: gce, defaultBackend: {service: {name: web, port: {number: 80}}}")],
            YES,
            id="default backend",
        ),
        pytest.param(
            [service(), ingress("ingressClassName: gce, defaultBackend: {service: {name: web, port: {number: 81}}}")],
            NO,
            id="a port that the service does not have",
        ),
        pytest.param(
            [service(), ingress("ingressClassName: gce, backend: {serviceName: web, servicePort: 80}")],
            YES,
            id="backend of old",
        ),
        pytest.param([service("type: LoadBalancer"), DENY], NO, id="denied by a policy"),
        pytest.param(
            [service("type: LoadBalancer"), policy(podSelector={}, ingress=[{}])], YES, id="all let in by a policy"
        ),
        pytest.param(
            [
                service("type: LoadBalancer"),
                policy(podSelector={}, ingress=[{"from": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]}]),
            ],
            YES,
            id="every address let in",
        ),
        pytest.param(
            [
                service("type: LoadBalancer"),
                policy(podSelector={}, ingress=[{"from": [{"ipBlock": {"cidr": "10.0.0.0/8"}}]}]),
            ],
            UNKNOWN,
            id="policies may see the balancer as the source",
        ),
        pytest.param(
            [
                service("type: LoadBalancer, externalTrafficPolicy: Local"),
                policy(podSelector={}, ingress=[{"from": [{"ipBlock": {"cidr": "10.0.0.0/8"}}]}]),
            ],
            NO,
            id="policies see the client as the source",
        ),
        pytest.param(
            [
                service("type: LoadBalancer"),
                policy(podSelector={}, ingress=[{"from": [{"podSelector": {}}]}]),
            ],
            NO,
            id="only pods let in",
        ),
        pytest.param(
            [service("type: LoadBalancer"), policy(podSelector={}, ingress=[{"ports": [{"port": 9999}]}])],
            NO,
            id="another port let in",
        ),
    ],
)
def test_the_internet_reaches_pods_by_what_leads_in(tmp_path: Path, texts: list[str], truth: Truth) -> None:
    found = cluster(tmp_path, *texts).reach(INTERNET, WEB)

    assert found.truth is truth, found.why
    assert bool(found.passages) == (truth is not NO)
    assert all(passage.unknowns for passage in found.passages if passage.truth is UNKNOWN)


CONTROLLER = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: controller, namespace: ingress-nginx}
spec:
  template:
    metadata: {labels: {app: controller}}
    spec:
      containers:
        - {name: c, image: registry.k8s.io/ingress-nginx/controller:v1.11, ports: [{name: http, containerPort: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: controller, namespace: ingress-nginx}
spec: {type: LoadBalancer, selector: {app: controller}, ports: [{port: 80, targetPort: http}]}
"""
FROM_CONTROLLER = {
    "namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "ingress-nginx"}},
    "podSelector": {"matchLabels": {"app": "controller"}},
}


@pytest.mark.parametrize(
    ("texts", "truth"),
    [
        ([], YES),
        ([DENY], NO),
        ([policy(podSelector={}, ingress=[{"from": [FROM_CONTROLLER]}])], YES),
        ([policy(podSelector={}, ingress=[{"from": [{"podSelector": {}}]}])], NO),
    ],
)
def test_an_ingress_controller_that_was_read_is_gone_through(tmp_path: Path, texts: list[str], truth: Truth) -> None:
    found = cluster(tmp_path, CONTROLLER, service(), ingress(f"ingressClassName: nginx, {TO_WEB}"), *texts)

    assert found.reach(INTERNET, WEB).truth is truth
    assert found.reach(INTERNET, "shop/Ingress/web").truth is truth


def test_load_balancers_of_clouds_are_no_pods_that_a_policy_could_let_in(tmp_path: Path) -> None:
    texts = [service(), ingress(annotations="alb.ingress.kubernetes.io/scheme: internet-facing")]
    only_pods = policy(podSelector={}, ingress=[{"from": [{"namespaceSelector": {}}]}])

    found = cluster(tmp_path, *texts, only_pods).reach(INTERNET, WEB)

    assert found.truth is NO
    assert found.stops[0].asset == "shop/NetworkPolicy/p"


def test_an_assumed_ingress_controller_is_somewhere_in_the_cluster(tmp_path: Path) -> None:
    texts = [service(), ingress()]
    everyone = policy(podSelector={}, ingress=[{"from": [{"namespaceSelector": {}}]}])
    nobody = cluster(tmp_path, *texts, DENY).reach(INTERNET, WEB)
    somebody = cluster(tmp_path, *texts, everyone).reach(INTERNET, WEB)

    assert nobody.truth is NO
    assert somebody.truth is UNKNOWN
    assert "controller was not read" in somebody.why


GATEWAY = """
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: %s}
spec: {gatewayClassName: %s, listeners: [{name: http, port: 80, protocol: HTTP%s}]}
"""
ROUTE = """
apiVersion: gateway.networking.k8s.io/v1
kind: %s
metadata: {name: web, namespace: shop}
spec: {parentRefs: [{name: edge, namespace: %s}], rules: [{backendRefs: [{name: web, port: 80}]}]}
"""
ALL = ", allowedRoutes: {namespaces: {from: All}}"
EXTERNAL, INTERNAL = "gke-l7-global-external-managed", "gke-l7-rilb"


@pytest.mark.parametrize(
    ("texts", "truth"),
    [
        pytest.param([GATEWAY % ("shop", EXTERNAL, ""), ROUTE % ("HTTPRoute", "shop")], YES, id="public"),
        pytest.param([GATEWAY % ("shop", EXTERNAL, ""), ROUTE % ("TCPRoute", "shop")], YES, id="tcp"),
        pytest.param([GATEWAY % ("shop", INTERNAL, ""), ROUTE % ("GRPCRoute", "shop")], NO, id="internal"),
        pytest.param([GATEWAY % ("shop", "nginx", ""), ROUTE % ("TLSRoute", "shop")], UNKNOWN, id="in the cluster"),
        pytest.param([GATEWAY % ("far", EXTERNAL, ""), ROUTE % ("HTTPRoute", "far")], NO, id="may not attach"),
        pytest.param([GATEWAY % ("far", EXTERNAL, ALL), ROUTE % ("HTTPRoute", "far")], YES, id="all may attach"),
        pytest.param([ROUTE % ("UDPRoute", "elsewhere")], UNKNOWN, id="gateway not read"),
        pytest.param([GATEWAY % ("shop", EXTERNAL, "")], NO, id="no route"),
    ],
)
def test_gateways_lead_in_by_the_routes_attached_to_them(tmp_path: Path, texts: list[str], truth: Truth) -> None:
    found = cluster(tmp_path, service(), *texts).reach(INTERNET, WEB)

    assert found.truth is truth, found.why


def test_a_route_of_openshift_is_open_as_far_as_its_router_is(tmp_path: Path) -> None:
    route = """
apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: web, namespace: shop}
spec: {port: {targetPort: web}, to: {kind: Service, name: web}}
"""

    found = cluster(tmp_path, service(), route)

    assert found.reach(INTERNET, WEB).truth is UNKNOWN
    assert found.reach(INTERNET, "shop/Route/web").truth is UNKNOWN


@pytest.mark.parametrize(
    "spec", ["hostNetwork: true", "containers: [{name: c, ports: [{containerPort: 1, hostPort: 1}]}]"]
)
def test_ports_of_nodes_are_as_open_as_the_nodes(tmp_path: Path, spec: str) -> None:
    pod = f"apiVersion: v1\nkind: Pod\nmetadata: {{name: agent, namespace: shop}}\nspec: {{{spec}}}\n"
    found = assets(tmp_path, pod)
    shut = Workload("machine", exposed=False)
    host = Host("host:shop/Pod/agent", machines=frozenset({"machine"}))

    unknown, closed = network(Graph(found)), network(Graph([*found, host, shut]))

    assert unknown.reach(INTERNET, "shop/Pod/agent").truth is UNKNOWN
    assert closed.reach(INTERNET, "shop/Pod/agent").truth is NO


FROM_WEB = {"podSelector": {"matchLabels": {"app": "web"}}}


@pytest.mark.parametrize(
    ("spec", "services"),
    [
        pytest.param({"podSelector": {}}, "nothing", id="empty selector selects all"),
        pytest.param({}, "nothing", id="missing selector selects all"),
        pytest.param({"podSelector": {"matchLabels": {"app": "other"}}}, "everything", id="selects others"),
        pytest.param({"podSelector": {}, "ingress": []}, "nothing", id="no rules"),
        pytest.param({"podSelector": {}, "ingress": [{}]}, "everything", id="empty rule"),
        pytest.param({"podSelector": {}, "ingress": [{"from": []}]}, "everything", id="empty list of peers"),
        pytest.param({"podSelector": {}, "ingress": [{"from": [FROM_WEB]}]}, "everything", id="by label"),
        pytest.param({"podSelector": {}, "ingress": [{"from": [{"podSelector": {}}]}]}, "everything", id="all pods"),
        pytest.param(
            {"podSelector": {}, "ingress": [{"from": [{"namespaceSelector": {"matchLabels": {"team": "far"}}}]}]},
            "nothing",
            id="of another namespace",
        ),
        pytest.param(
            {"podSelector": {}, "ingress": [{"from": [{"namespaceSelector": {"matchLabels": {"team": "shop"}}}]}]},
            "everything",
            id="of this namespace by its label",
        ),
        pytest.param(
            {"podSelector": {}, "ingress": [{"from": [{"namespaceSelector": {}, **FROM_WEB}]}]},
            "everything",
            id="both selectors",
        ),
        pytest.param(
            {"podSelector": {}, "ingress": [{"from": [FROM_WEB], "ports": [{"port": "http"}]}]}, "tcp 9000", id="named"
        ),
        pytest.param(
            {"podSelector": {}, "ingress": [{"ports": [{"port": "http", "protocol": "UDP"}]}]},
            "nothing",
            id="named, of another protocol",
        ),
        pytest.param(
            {"podSelector": {}, "ingress": [{"ports": [{"port": 10, "endPort": 20}, {"protocol": "UDP"}]}]},
            "tcp 10-20, udp",
            id="ranges, and a whole protocol",
        ),
        pytest.param({"podSelector": {}, "policyTypes": ["Egress"]}, "nothing", id="egress of the source"),
        pytest.param(
            {"podSelector": {"matchLabels": {"app": "api"}}, "policyTypes": ["Egress"]},
            "everything",
            id="egress of the target",
        ),
        pytest.param(
            {
                "podSelector": {"matchLabels": {"app": "web"}},
                "egress": [{"to": [{"podSelector": {}}], "ports": [{"port": "http"}]}],
            },
            "tcp 9000",
            id="egress by the name that the target's port has",
        ),
        pytest.param(
            {"podSelector": {"matchExpressions": [{"key": "tier", "operator": "DoesNotExist"}]}}, "nothing", id="absent"
        ),
        pytest.param(
            {"podSelector": {"matchExpressions": [{"key": "app", "operator": "NotIn", "values": ["api"]}]}},
            "everything",
            id="not in",
        ),
        pytest.param(
            {"podSelector": {"matchExpressions": [{"key": "app", "operator": "In", "values": ["api", "b"]}]}},
            "nothing",
            id="in",
        ),
    ],
)
def test_policies_let_through_what_they_say(tmp_path: Path, spec: dict[str, Any], services: str) -> None:
    found = cluster(tmp_path, policy(**spec)).allowed(WEB, API)

    assert found.certain == found.possible
    assert said(found.certain) == services


@pytest.mark.parametrize(
    "rule",
    [
        {"from": [{}]},
        {"from": [{"ipBlock": {"cidr": "10.0.0.0/40"}}]},
        {"from": [{"ipBlock": {"cidr": "10.0.0.0/8"}}]},
        {"from": ["everyone"]},
        {"from": [{"podSelector": {"matchExpressions": [{"key": "app", "operator": "Like", "values": ["w"]}]}}]},
        {"ports": [{"port": 70000}]},
        {"ports": [{"port": 20, "endPort": 10}]},
        {"ports": [{"port": 80, "protocol": "TPC"}]},
        {"ports": ["http"]},
        "all",
    ],
)
def test_what_a_policy_says_that_can_not_be_understood_is_unknown(tmp_path: Path, rule: object) -> None:
    found = cluster(tmp_path, policy(podSelector={}, ingress=[rule]))

    answer = found.reach(WEB, API)

    assert answer.truth is UNKNOWN
    assert any(passage.unknowns for passage in answer.passages)


CILIUM = """
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: p, namespace: shop}
spec: {endpointSelector: {matchLabels: {app: api}}}
"""
ADMIN = """
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: p}
spec: {subject: {namespaces: {matchLabels: {team: shop}}}, priority: 1}
"""


@pytest.mark.parametrize(
    "text",
    [
        CILIUM,
        "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec: {selector: all()}\n",
        "apiVersion: crd.projectcalico.org/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\nspec: {}\n",
        ADMIN,
    ],
)
def test_policies_that_are_not_understood_leave_it_unknown(tmp_path: Path, text: str) -> None:
    found = cluster(tmp_path, text).reach(FAR, API)

    assert found.truth is UNKNOWN
    assert "not understood" in found.why


def test_policies_that_are_not_understood_count_only_where_they_select(tmp_path: Path) -> None:
    found = cluster(tmp_path, CILIUM)

    assert found.reach(FAR, WEB).truth is YES


def test_labels_of_a_namespace_that_was_not_read_are_unknown(tmp_path: Path) -> None:
    pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: new, namespace: new}\nspec: {containers: [{name: c}]}\n"
    by_label = policy(podSelector={}, ingress=[{"from": [{"namespaceSelector": {"matchLabels": {"team": "new"}}}]}])
    by_name = by_label.replace('"team"', '"kubernetes.io/metadata.name"')

    assert cluster(tmp_path, pod, by_label).allowed("new/Pod/new", API).truth() is UNKNOWN
    assert cluster(tmp_path, pod, by_name).allowed("new/Pod/new", API).truth() is YES


def test_an_answer_names_what_lets_a_connection_through(tmp_path: Path) -> None:
    rule = {"from": [FROM_WEB], "ports": [{"port": 9000}]}

    found = cluster(tmp_path, policy(podSelector={}, ingress=[rule])).reach(WEB, API)

    assert found.truth is YES
    assert [(each.protocol, each.ports) for each in found.passages] == [("tcp", ((9000, 9000),))]
    assert [(each.asset, each.says) for each in found.passages[0].via][-1] == (
        "shop/NetworkPolicy/p",
        "lets tcp 9000 from pods with app=web in shop in",
    )
    assert found.passages[0].via[-1].place is not None


def test_an_answer_names_what_stops_a_connection(tmp_path: Path) -> None:
    found = cluster(tmp_path, DENY).reach(FAR, API)

    assert found.truth is NO
    assert [(each.asset, each.says) for each in found.stops] == [
        ("shop/NetworkPolicy/deny", "lets nothing in to shop/Pod/api")
    ]
    assert found.stops[0].place is not None


@pytest.mark.parametrize(
    ("port", "protocol", "truth"), [(9000, "tcp", YES), (9001, "tcp", NO), (9000, "udp", NO), (70000, "", UNKNOWN)]
)
def test_a_port_can_be_asked_for(tmp_path: Path, port: int, protocol: str, truth: Truth) -> None:
    found = cluster(tmp_path, policy(podSelector={}, ingress=[{"ports": [{"port": 9000}]}]))

    assert found.reach(WEB, API, protocol, port).truth is truth


def test_services_are_reached_on_their_own_ports(tmp_path: Path) -> None:
    found = cluster(tmp_path, service())

    assert found.reach(FAR, "shop/Service/web", "tcp", 80).truth is YES
    assert found.reach(FAR, "shop/Service/web", "tcp", 8080).truth is NO
    assert found.reach(FAR, WEB, "tcp", 80).truth is YES, "policies let it through, whatever listens"


def test_a_service_without_a_selector_leads_nobody_knows_where(tmp_path: Path) -> None:
    text = (
        "apiVersion: v1\nkind: Service\nmetadata: {name: db, namespace: shop}\nspec: {ports: [{port: 1}], type: %s}\n"
    )

    by_hand = cluster(tmp_path, text % "ClusterIP").reach(WEB, "shop/Service/db")
    elsewhere = cluster(tmp_path, text % "ExternalName").reach(WEB, "shop/Service/db")

    assert by_hand.truth is UNKNOWN
    assert elsewhere.truth is NO


def test_ranges_of_addresses_can_be_asked_for(tmp_path: Path) -> None:
    found = cluster(tmp_path, service("type: LoadBalancer, loadBalancerSourceRanges: [198.51.99.0/24]"))

    assert found.reach("198.51.99.7", WEB).truth is YES
    assert found.reach("198.51.98.0/24", WEB).truth is NO
    assert found.reach(INTERNET, WEB).notes == ("open only to 198.51.99.0/24",)
    assert found.reach("nobody", WEB).truth is UNKNOWN


def test_leaving_is_what_egress_lets_out(tmp_path: Path) -> None:
    out = policy(podSelector={"matchLabels": {"app": "web"}}, egress=[{"to": [{"ipBlock": {"cidr": "10.0.0.0/8"}}]}])

    found = cluster(tmp_path, out)

    assert [found.leaving(source) for source in (WEB, API, f"host:{WEB}", INTERNET, "nobody")] == [
        NO, YES, YES, YES, UNKNOWN,
    ]  # fmt: skip
