"""Reach in Google Cloud over load balancers and peering, and to services of the platform."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.core.truth import Truth
from tests.app.network.gcp_estate import ALL, OPEN, PROBES, balanced, network, peered, resource, rule, vpc

YES, NO, MAYBE = Truth.YES, Truth.NO, Truth.UNKNOWN
NET = "internet"
WEB, DB = "google_compute_instance.web", "google_compute_instance.db"
RUN = "google_cloud_run_v2_service.r"
SERVERLESS = resource(
    "google_compute_region_network_endpoint_group", "e", "cloud_run {\n service = google_cloud_run_v2_service.r.name\n}"
) + balanced(backend="backend {\n group = google_compute_region_network_endpoint_group.e.id\n}")
FORWARDING = "google_compute_global_forwarding_rule.f"


def database(body: str = "", network: str = "") -> str:
    return (
        'resource "google_sql_database_instance" "d" {\n database_version = "POSTGRES_16"\n settings {\n tier = "t"\n'
        f" ip_configuration {{\n{body}\n{network}\n}}\n}}\n}}\n"
    )


SQL, GKE = "google_sql_database_instance.d", "google_container_cluster.c"
PRIVATE = "private_network = google_compute_network.n.id"
POOL = resource("google_container_cluster", "c", "network = google_compute_network.n.id") + resource(
    "google_container_node_pool", "p", "cluster = google_container_cluster.c.id"
)
OTHERS = [
    ("peering joins networks", peered(True), "google_compute_instance.other", DB, 22, YES),
    ("half a peering does not", peered(False), "google_compute_instance.other", DB, 22, NO),
    ("a proxy reaches machines that let its addresses in", vpc() + balanced() + PROBES, NET, DB, 8080, YES),
    ("and no machine that does not", vpc() + balanced(), NET, DB, 8080, NO),
    ("letting in everybody else too is not needed", vpc() + balanced() + PROBES, NET, DB, 22, NO),
    ("the forwarding rule is reached on its own port", vpc() + balanced() + PROBES, NET, FORWARDING, 443, YES),
    (
        "a target pool shows machines the address of the client",
        vpc() + balanced(False) + rule("in", ALL, ports="8080"),
        NET,
        DB,
        8080,
        YES,
    ),
    ("which must be let in", vpc() + balanced(False) + PROBES, NET, DB, 8080, NO),
    (
        "an internal rule is reached from its network alone",
        vpc()
        + balanced(False).replace(
            "port_range", 'load_balancing_scheme = "INTERNAL"\nnetwork = google_compute_network.n.id\nport_range'
        )
        + OPEN,
        NET,
        DB,
        8080,
        NO,
    ),
    (
        "a service of Cloud Run is reached where nothing is written",
        vpc() + resource("google_cloud_run_v2_service", "r"),
        NET,
        RUN,
        443,
        YES,
    ),
    (
        "one for what is internal is not",
        vpc() + resource("google_cloud_run_v2_service", "r", 'ingress = "INGRESS_TRAFFIC_INTERNAL_ONLY"'),
        NET,
        RUN,
        443,
        NO,
    ),
    (
        "one behind a load balancer is reached through it",
        vpc()
        + resource("google_cloud_run_v2_service", "r", 'ingress = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"')
        + SERVERLESS,
        NET,
        RUN,
        443,
        YES,
    ),
    (
        "an internal one is not, behind a load balancer or not",
        vpc() + resource("google_cloud_run_v2_service", "r", 'ingress = "INGRESS_TRAFFIC_INTERNAL_ONLY"') + SERVERLESS,
        NET,
        RUN,
        443,
        NO,
    ),
    (
        "a function for what is internal is not reached",
        vpc() + resource("google_cloudfunctions_function", "x", 'ingress_settings = "ALLOW_INTERNAL_ONLY"'),
        NET,
        "google_cloudfunctions_function.x",
        443,
        NO,
    ),
    (
        "a service that is joined to a network reaches its machines",
        vpc()
        + rule("in", 'source_ranges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "0.0.0.0/0"]\n')
        + resource(
            "google_cloud_run_v2_service",
            "r",
            "template {\n vpc_access {\n network_interfaces {\n network = google_compute_network.n.id\n}\n}\n}",
        ),
        RUN,
        DB,
        22,
        YES,
    ),
    ("a database with a public address lets in nobody that it does not name", database(), NET, SQL, 5432, NO),
    (
        "one that names everyone lets everyone in",
        database('authorized_networks {\n value = "0.0.0.0/0"\n}'),
        NET,
        SQL,
        5432,
        YES,
    ),
    (
        "one that names an office lets it in",
        database('authorized_networks {\n value = "203.0.113.0/24"\n}'),
        "203.0.113.9",
        SQL,
        5432,
        YES,
    ),
    (
        "one without a public address lets nobody in from outside",
        vpc() + database('ipv4_enabled = false\nauthorized_networks {\n value = "0.0.0.0/0"\n}', PRIVATE),
        NET,
        SQL,
        5432,
        NO,
    ),
    ("it is reached from its network", vpc() + database("ipv4_enabled = false", PRIVATE), WEB, SQL, 5432, YES),
    ("a control plane is open where nothing is written", vpc() + POOL, NET, GKE, 443, YES),
    (
        "authorized networks shut it for others",
        vpc()
        + POOL.replace(
            "network =",
            'master_authorized_networks_config {\n cidr_blocks {\n cidr_block = "203.0.113.0/24"\n}\n}\nnetwork =',
            1,
        ),
        NET,
        GKE,
        443,
        NO,
    ),
    (
        "a private endpoint has no address on the Internet",
        vpc() + POOL.replace("network =", "private_cluster_config {\n enable_private_endpoint = true\n}\nnetwork =", 1),
        NET,
        GKE,
        443,
        NO,
    ),
    (
        "nodes with public addresses are reached as rules have it",
        vpc() + POOL + OPEN,
        NET,
        "google_container_node_pool.p",
        22,
        YES,
    ),
    (
        "private nodes are not",
        vpc()
        + OPEN
        + POOL.replace("network =", "private_cluster_config {\n enable_private_nodes = true\n}\nnetwork =", 1),
        NET,
        "google_container_node_pool.p",
        22,
        NO,
    ),
]


@pytest.mark.parametrize(
    ("text", "source", "target", "port", "truth"), [pytest.param(*case[1:], id=case[0]) for case in OTHERS]
)
def test_services(tmp_path: Path, text: str, source: str, target: str, port: int, truth: Truth) -> None:
    made, _ = network(tmp_path, text)

    found = made.reach(source, target, "tcp", port)

    assert found.truth is truth, found
    assert bool(found.passages) is (truth is not NO)


def test_what_stands_before_a_backend_is_noted(tmp_path: Path) -> None:
    guarded = balanced(more='\nsecurity_policy = "armour"\niap {\n enabled = true\n}')
    made, _ = network(tmp_path, vpc() + guarded + PROBES)

    found = made.reach(NET, DB)

    assert found.truth is YES
    assert found.notes == ("Cloud Armor stands before it.", "Identity-Aware Proxy asks who calls.")
