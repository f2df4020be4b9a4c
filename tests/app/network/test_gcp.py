"""Reach in Google Cloud, from Terraform to the answer, after what Google publishes on evaluation and defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.network import gcp
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.content.kinds.gcp.network import Network
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from tests.app.network.gcp_estate import (
    ALL,
    OPEN,
    OUT,
    PROBES,
    balanced,
    machine,
    network,
    peered,
    policy,
    policy_rule,
    resource,
    rule,
    vpc,
)

YES, NO, MAYBE = Truth.YES, Truth.NO, Truth.UNKNOWN
NET = "internet"
WEB, DB, OLD = "google_compute_instance.web", "google_compute_instance.db", "google_compute_instance.old"


FIRST = vpc('auto_create_subnetworks = false\nnetwork_firewall_policy_enforcement_order = "BEFORE_CLASSIC_FIREWALL"')
BY_TAG = rule("tag", 'source_tags = ["web"]\ntarget_tags = ["db"]\n', ports="5432")
BY_ACCOUNT = rule("account", "source_service_accounts = [google_service_account.a.email]\n", ports="5432")
INSTANCES = [
    ("what no rule allows does not come in", vpc(), NET, WEB, 22, NO),
    ("a rule for everyone lets everyone in", vpc() + OPEN, NET, WEB, 22, YES),
    ("a machine without a public address is not reached", vpc() + OPEN, NET, DB, 22, NO),
    ("a port that no rule names stays shut", vpc() + OPEN, NET, WEB, 3389, NO),
    ("a rule for UDP lets no TCP in", vpc() + rule("udp", ALL, protocol="udp"), NET, WEB, 22, NO),
    ("a rule for every protocol lets TCP in", vpc() + rule("all", ALL, ports="", protocol="all"), NET, WEB, 22, YES),
    ("a rule without ports is about all of them", vpc() + rule("tcp", ALL, ports=""), NET, WEB, 9000, YES),
    ("a range of ports has those in it", vpc() + rule("range", ALL, ports="8000-8100"), NET, WEB, 8080, YES),
    ("a rule that is off does not count", vpc() + rule("off", ALL + "disabled = true\n"), NET, WEB, 22, NO),
    ("a rule without any source is about everyone", vpc() + rule("none", ""), NET, WEB, 22, YES),
    ("a private range is not the Internet", vpc() + rule("in", 'source_ranges = ["10.0.0.0/8"]\n'), NET, WEB, 22, NO),
    ("an office is not everybody", vpc() + rule("in", 'source_ranges = ["203.0.113.0/24"]\n'), NET, WEB, 22, NO),
    (
        "who is in its range gets in",
        vpc() + rule("in", 'source_ranges = ["203.0.113.0/24"]\n'),
        "203.0.113.7",
        WEB,
        22,
        YES,
    ),
    ("a range of IPv6 does not let IPv4 in", vpc() + rule("in", 'source_ranges = ["::/0"]\n'), NET, WEB, 22, NO),
    (
        "a denial with a smaller number comes first",
        vpc() + OPEN + rule("no", ALL + "priority = 900\n", "deny", "22"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "a denial with a larger number comes too late",
        vpc() + OPEN + rule("no", ALL + "priority = 1100\n", "deny", "22"),
        NET,
        WEB,
        22,
        YES,
    ),
    ("among equals the denial counts", vpc() + OPEN + rule("no", ALL, "deny", "22"), NET, WEB, 22, NO),
    (
        "the number is 1000 where none is written",
        vpc() + OPEN + rule("no", ALL + "priority = 999\n", "deny"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "a denial of another port changes nothing",
        vpc() + OPEN + rule("no", ALL + "priority = 1\n", "deny", "25"),
        NET,
        WEB,
        22,
        YES,
    ),
    (
        "a rule for a tag lets in to those that have it",
        vpc() + rule("t", ALL + 'target_tags = ["web"]\n'),
        NET,
        WEB,
        22,
        YES,
    ),
    ("and to no other", vpc() + rule("t", ALL + 'target_tags = ["db"]\n'), NET, WEB, 22, NO),
    (
        "a rule for a service account lets in to those that act as it",
        vpc() + rule("t", ALL + "target_service_accounts = [google_service_account.a.email]\n"),
        NET,
        WEB,
        22,
        YES,
    ),
    (
        "and not to a machine without one",
        vpc() + rule("t", "target_service_accounts = [google_service_account.a.email]\n", ports="5432"),
        WEB,
        DB,
        5432,
        NO,
    ),
    ("what comes in by the tag of its source", vpc() + BY_TAG, WEB, DB, 5432, YES),
    ("not without that tag", vpc() + BY_TAG + machine("other"), "google_compute_instance.other", DB, 5432, NO),
    ("the Internet has no tags", vpc() + rule("t", 'source_tags = ["web"]\n'), NET, WEB, 22, NO),
    ("what comes in by the service account of its source", vpc() + BY_ACCOUNT, WEB, DB, 5432, YES),
    (
        "a range or a tag suffices",
        vpc() + rule("t", 'source_tags = ["none"]\nsource_ranges = ["10.0.0.0/24"]\n', ports="5432"),
        WEB,
        DB,
        5432,
        YES,
    ),
    ("machines of a network do not reach each other by themselves", vpc(), WEB, DB, 5432, NO),
    (
        "what goes out is allowed unless a rule denies it",
        vpc() + BY_TAG + rule("out", OUT, "deny", "", "all"),
        WEB,
        DB,
        5432,
        NO,
    ),
    (
        "a rule for what goes out may allow it again",
        vpc()
        + BY_TAG
        + rule("out", OUT, "deny", "", "all")
        + rule("back", OUT.replace("0.0.0.0/0", "10.0.0.0/24") + "priority = 900\n", ports="5432"),
        WEB,
        DB,
        5432,
        YES,
    ),
    (
        "a range that has a part of the subnet leaves it open",
        vpc() + rule("in", 'source_ranges = ["10.0.0.0/25"]\n', ports="5432"),
        WEB,
        DB,
        5432,
        MAYBE,
    ),
    (
        "a rule whose sources are not known leaves it open",
        'variable "s" { type = list(string) }\n' + vpc() + rule("in", "source_ranges = var.s\n"),
        NET,
        WEB,
        22,
        MAYBE,
    ),
    (
        "a rule whose number is not known leaves it open",
        'variable "n" { type = number }\n' + vpc() + OPEN + rule("in", ALL + "priority = var.n\n", "deny"),
        NET,
        WEB,
        22,
        MAYBE,
    ),
    (
        "an invalid range is not taken for everyone",
        vpc() + rule("in", 'source_ranges = ["10.0.0.0/99"]\n'),
        NET,
        WEB,
        22,
        MAYBE,
    ),
    (
        "a policy of the network comes after its rules",
        vpc() + OPEN + policy(policy_rule("r", 1, "deny")),
        NET,
        WEB,
        443,
        YES,
    ),
    ("it decides where they do not", vpc() + policy(policy_rule("r", 1, "allow")), NET, WEB, 443, YES),
    ("it comes first where the network says so", FIRST + OPEN + policy(policy_rule("r", 1, "deny")), NET, WEB, 443, NO),
    (
        "what it leaves to the next is decided there",
        FIRST + OPEN + policy(policy_rule("r", 1, "goto_next") + policy_rule("q", 2, "deny")),
        NET,
        WEB,
        443,
        YES,
    ),
    (
        "what it does not leave is decided by it",
        FIRST + OPEN + policy(policy_rule("r", 1, "goto_next", "22") + policy_rule("q", 2, "deny")),
        NET,
        WEB,
        443,
        NO,
    ),
    (
        "a policy of the organization comes before all",
        vpc() + OPEN + policy(policy_rule("r", 1, "deny"), "organizations/1"),
        NET,
        WEB,
        443,
        NO,
    ),
    (
        "one of a folder may not be about the project",
        vpc() + OPEN + policy(policy_rule("r", 1, "deny"), "folders/1"),
        NET,
        WEB,
        443,
        MAYBE,
    ),
    (
        "a rule of a policy for secure tags is not weighed",
        vpc() + policy(policy_rule("r", 1, "allow", more='target_secure_tags {\n name = "tagValues/1"\n}')),
        NET,
        WEB,
        443,
        MAYBE,
    ),
    (
        "the default network begins with SSH open to everyone, unless that was removed",
        vpc()
        + resource("google_compute_instance", "old", 'network_interface {\n network = "default"\n access_config {}\n}'),
        NET,
        OLD,
        22,
        MAYBE,
    ),
    (
        "it does not begin with HTTPS open",
        vpc()
        + resource("google_compute_instance", "old", 'network_interface {\n network = "default"\n access_config {}\n}'),
        NET,
        OLD,
        443,
        NO,
    ),
    (
        "networks are apart",
        vpc() + OPEN + resource("google_compute_instance", "old", 'network_interface {\n network = "default"\n}'),
        OLD,
        DB,
        22,
        NO,
    ),
    (
        "without a route to the Internet nothing is answered",
        vpc("auto_create_subnetworks = false\ndelete_default_routes_on_create = true") + OPEN,
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "a route for its tag gives the way back",
        vpc("auto_create_subnetworks = false\ndelete_default_routes_on_create = true")
        + OPEN
        + resource(
            "google_compute_route",
            "r",
            'network = google_compute_network.n.id\ndest_range = "0.0.0.0/0"\n'
            'next_hop_gateway = "default-internet-gateway"\ntags = ["web"]',
        ),
        NET,
        WEB,
        22,
        YES,
    ),
]


@pytest.mark.parametrize(
    ("text", "source", "target", "port", "truth"),
    [pytest.param(*case[1:], id=case[0]) for case in INSTANCES],
)
def test_reach(tmp_path: Path, text: str, source: str, target: str, port: int, truth: Truth) -> None:
    made, _ = network(tmp_path, text)

    found = made.reach(source, target, "tcp", port)

    assert found.truth is truth, found
    assert found.why
    assert bool(found.passages) is (truth is not NO)


def test_the_grid_says_of_all_pairs_what_single_questions_say(tmp_path: Path) -> None:
    made, graph = network(tmp_path, peered(True) + balanced() + PROBES + OPEN)
    targets = [asset.id for asset in graph.of(Endpoint)]

    grid = made.grid(targets)

    for row, source in enumerate(made.sources()):
        for column, target in enumerate(targets):
            assert grid.at(row, column) == made.reach(source, target).truth, (source, target)


def test_a_passage_says_through_which_rule_and_where_it_is_written(tmp_path: Path) -> None:
    made, _ = network(tmp_path, vpc() + balanced() + PROBES)

    passage = made.reach(NET, DB, "tcp", 8080).passages[0]

    assert [via.asset for via in passage.via] == [
        "google_compute_global_forwarding_rule.f",
        "google_compute_firewall.lb",
    ]
    assert all(via.place is not None for via in passage.via)
    assert passage.addresses == ("0.0.0.0/0",)


def test_what_stops_is_named(tmp_path: Path) -> None:
    made, _ = network(tmp_path, vpc() + OPEN + rule("no", ALL + "priority = 900\n", "deny", "22"))

    denied, implied = made.reach(NET, WEB, "tcp", 22), made.reach(NET, WEB, "tcp", 25)

    assert [via.asset for via in denied.stops] == ["google_compute_firewall.no"]
    assert [via.says for via in implied.stops] == ["denies what comes in and no rule allows (implied)"]


def test_hiding_any_value_never_turns_an_answer_around(tmp_path: Path) -> None:
    _, graph = network(tmp_path, vpc() + OPEN + BY_TAG + BY_ACCOUNT + balanced() + PROBES)
    pairs = [(NET, WEB), (NET, DB), (WEB, DB), (DB, WEB), (NET, "google_compute_global_forwarding_rule.f")]
    before = {pair: gcp.network(graph).reach(*pair).truth for pair in pairs}

    for position, asset in enumerate(graph.assets):
        for name in asset.values:
            less = {key: value for key, value in asset.values.items() if key != name}
            hidden = type(asset)(asset.id, **less)
            hidden.source = asset.source
            after = gcp.network(Graph([*graph.assets[:position], hidden, *graph.assets[position + 1 :]]))
            for pair in pairs:
                assert after.reach(*pair).truth in (before[pair], MAYBE), (pair, asset.id, name)


@pytest.mark.parametrize(
    ("more", "truth"),
    [
        pytest.param("", NO, id="nothing but its private address"),
        pytest.param(
            resource("google_compute_router", "r", "network = google_compute_network.n.id")
            + resource(
                "google_compute_router_nat",
                "t",
                "router = google_compute_router.r.name\n"
                'source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"',
            ),
            YES,
            id="the translation of addresses",
        ),
    ],
)
def test_a_machine_leaves_for_the_internet_by(tmp_path: Path, more: str, truth: Truth) -> None:
    made, _ = network(tmp_path, vpc() + more)

    assert made.leaving(WEB) is YES
    assert made.leaving(DB) is truth


def test_a_network_alone_has_only_the_internet() -> None:
    made = gcp.network(Graph([Network("alone")]))

    assert made.sources() == (NET,)
    assert made.reach(NET, "alone").truth is MAYBE
