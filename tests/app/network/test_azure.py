"""Reach in Azure, from Terraform to the answer, after what Microsoft publishes on evaluation and defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.network import azure
from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from tests.app.network.azure_estate import BASE, DB, WEB, group, network, resource, rule, web

YES, NO, MAYBE = Truth.YES, Truth.NO, Truth.UNKNOWN
OPEN = rule(200, "Allow", "22,443")
NET = "internet"


def routed(prefix: str, hop: str) -> str:
    return f"""
resource "azurerm_route_table" "t" {{
  name = "t"
  route {{
    name           = "r"
    address_prefix = "{prefix}"
    next_hop_type  = "{hop}"
  }}
}}

resource "azurerm_subnet_route_table_association" "t" {{
  subnet_id      = azurerm_subnet.web.id
  route_table_id = azurerm_route_table.t.id
}}
"""


ASGS = """
resource "azurerm_application_security_group" "web" {
  name = "web"
}

resource "azurerm_network_interface_application_security_group_association" "web" {
  network_interface_id          = azurerm_network_interface.web.id
  application_security_group_id = azurerm_application_security_group.web.id
}
"""
BY_ASG = rule(100, "Allow", "5432", "").replace(
    "priority =", "source_application_security_group_ids = [azurerm_application_security_group.web.id]\n    priority ="
)
DENY_ALL = rule(4000, "Deny", "*", "*", protocol="*")
BALANCER = """
resource "azurerm_lb" "l" {
  name = "l"
  sku  = "Standard"
  frontend_ip_configuration {
    name                 = "f"
    public_ip_address_id = azurerm_public_ip.p.id
  }
}

resource "azurerm_lb_backend_address_pool" "b" {
  name            = "b"
  loadbalancer_id = azurerm_lb.l.id
}

resource "azurerm_lb_rule" "r" {
  name                     = "r"
  loadbalancer_id          = azurerm_lb.l.id
  protocol                 = "Tcp"
  frontend_port            = 80
  backend_port             = 8080
  backend_address_pool_ids = [azurerm_lb_backend_address_pool.b.id]
}

resource "azurerm_network_interface_backend_address_pool_association" "b" {
  network_interface_id    = azurerm_network_interface.db.id
  ip_configuration_name   = "db"
  backend_address_pool_id = azurerm_lb_backend_address_pool.b.id
}
"""
GATEWAY = """
resource "azurerm_subnet" "gw" {
  name                 = "gw"
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.9.0/24"]
}

resource "azurerm_application_gateway" "g" {
  name = "g"
  gateway_ip_configuration {
    name      = "g"
    subnet_id = azurerm_subnet.gw.id
  }
  frontend_ip_configuration {
    name                 = "f"
    public_ip_address_id = azurerm_public_ip.p.id
  }
  frontend_port {
    name = "https"
    port = 443
  }
  backend_http_settings {
    name                  = "s"
    port                  = 8080
    protocol              = "Http"
    cookie_based_affinity = "Disabled"
  }
}

resource "azurerm_network_interface_application_gateway_backend_address_pool_association" "g" {
  network_interface_id    = azurerm_network_interface.db.id
  ip_configuration_name   = "db"
  backend_address_pool_id = azurerm_application_gateway.g.id
}
"""
PEERED = """
resource "azurerm_virtual_network" "w" {
  name          = "office"
  address_space = ["10.1.0.0/16"]
}

resource "azurerm_subnet" "office" {
  name                 = "office"
  virtual_network_name = azurerm_virtual_network.w.name
  address_prefixes     = ["10.1.0.0/24"]
}

resource "azurerm_network_interface" "office" {
  name = "office"
  ip_configuration {
    name                          = "o"
    subnet_id                     = azurerm_subnet.office.id
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_linux_virtual_machine" "office" {
  name                  = "office"
  network_interface_ids = [azurerm_network_interface.office.id]
}

resource "azurerm_virtual_network_peering" "there" {
  name                      = "there"
  virtual_network_name      = azurerm_virtual_network.v.name
  remote_virtual_network_id = azurerm_virtual_network.w.id
}
"""
BACK = """
resource "azurerm_virtual_network_peering" "back" {
  name                      = "back"
  virtual_network_name      = azurerm_virtual_network.w.name
  remote_virtual_network_id = azurerm_virtual_network.v.id
}
"""
OFFICE = "azurerm_linux_virtual_machine.office"
BACKEND = group("h", rule(100, "Allow", "8080", "Internet"), subnet="data")
MACHINES = [
    ("a standard address without a security group lets nothing in", web(), NET, WEB, 22, NO),
    ("a basic address without a security group lets everything in", web('"Basic"'), NET, WEB, 22, YES),
    ("an address whose SKU is not written may do either", web(""), NET, WEB, 22, MAYBE),
    ("a rule of the subnet's group lets in", web() + group("g", OPEN, subnet="web"), NET, WEB, 443, YES),
    ("a port that no rule names stays shut", web() + group("g", OPEN, subnet="web"), NET, WEB, 3389, NO),
    ("a rule of the interface's group lets in", web() + group("g", OPEN, interface="web"), NET, WEB, 22, YES),
    (
        "both groups must let in",
        web() + group("g", OPEN, subnet="web") + group("h", rule(100, "Allow", "443"), interface="web"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "what both groups let in comes in",
        web() + group("g", OPEN, subnet="web") + group("h", rule(100, "Allow", "443"), interface="web"),
        NET,
        WEB,
        443,
        YES,
    ),
    (
        "a denial with a smaller number comes first",
        web() + group("g", OPEN, rule(100, "Deny", "22", "Internet"), subnet="web"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "a denial with a larger number comes too late",
        web() + group("g", OPEN, rule(300, "Deny", "22", "Internet"), subnet="web"),
        NET,
        WEB,
        22,
        YES,
    ),
    (
        "a group without rules of its own stops the Internet by its default rules",
        web('"Basic"') + group("g", subnet="web"),
        NET,
        WEB,
        443,
        NO,
    ),
    ("default rules let the virtual network in", web() + group("g", subnet="data"), WEB, DB, 5432, YES),
    (
        "a denial stops the virtual network before its default rule",
        web() + group("g", DENY_ALL, subnet="data"),
        WEB,
        DB,
        5432,
        NO,
    ),
    ("machines without any group reach each other", web(), WEB, DB, 5432, YES),
    (
        "the tag VirtualNetwork as source is not the Internet",
        web() + group("g", rule(100, "Allow", "*", "VirtualNetwork"), subnet="web"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "the tag Internet as source is not the virtual network",
        web() + group("g", rule(100, "Allow", "*", "Internet"), DENY_ALL, subnet="data"),
        WEB,
        DB,
        22,
        NO,
    ),
    (
        "a private range as source is not the Internet",
        web() + group("g", rule(100, "Allow", "*", "10.0.0.0/8"), subnet="web"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "the range of the source's subnet lets it in",
        web() + group("g", rule(100, "Allow", "5432", "10.0.1.0/24"), DENY_ALL, subnet="data"),
        WEB,
        DB,
        5432,
        YES,
    ),
    (
        "a part of the source's subnet may have its address in it",
        web() + group("g", rule(100, "Allow", "5432", "10.0.1.0/25"), DENY_ALL, subnet="data"),
        WEB,
        DB,
        5432,
        MAYBE,
    ),
    (
        "another range does not",
        web() + group("g", rule(100, "Allow", "5432", "10.0.7.0/24"), DENY_ALL, subnet="data"),
        WEB,
        DB,
        5432,
        NO,
    ),
    (
        "an office's range is not everybody",
        web() + group("g", rule(100, "Allow", "22", "203.0.113.0/24"), subnet="web"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "whoever is in that range gets in",
        web() + group("g", rule(100, "Allow", "22", "203.0.113.0/24"), subnet="web"),
        "203.0.113.9",
        WEB,
        22,
        YES,
    ),
    (
        "addresses of a service tag are not known",
        web() + group("g", rule(100, "Allow", "443", "AzureCloud"), subnet="web"),
        NET,
        WEB,
        443,
        MAYBE,
    ),
    (
        "a denial of a service tag leaves open who is let in after it",
        web() + group("g", rule(100, "Deny", "443", "Storage"), OPEN, subnet="web"),
        NET,
        WEB,
        443,
        MAYBE,
    ),
    (
        "the probes of load balancers are not everybody",
        web() + group("g", rule(100, "Allow", "*", "AzureLoadBalancer"), subnet="web"),
        NET,
        WEB,
        80,
        NO,
    ),
    (
        "a rule for UDP lets no TCP in",
        web() + group("g", rule(100, "Allow", "*", "*", protocol="Udp"), subnet="web"),
        NET,
        WEB,
        443,
        NO,
    ),
    (
        "a rule for every protocol lets TCP in",
        web() + group("g", rule(100, "Allow", "443", "*", protocol="*"), subnet="web"),
        NET,
        WEB,
        443,
        YES,
    ),
    (
        "a range of ports has those in it",
        web() + group("g", rule(100, "Allow", "8000-8100,443"), subnet="web"),
        NET,
        WEB,
        8080,
        YES,
    ),
    (
        "a rule whose destination is another subnet does not count",
        web() + group("g", rule(100, "Allow", "22", destination_address_prefix="10.0.2.0/24"), subnet="web"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "a rule for what goes out lets nothing in",
        web() + group("g", rule(100, "Allow", "22", direction="Outbound"), subnet="web"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "a denial of some source ports stops nobody, who chooses another",
        web() + group("g", rule(100, "Deny", "22", source_port_range="1000"), OPEN, subnet="web"),
        NET,
        WEB,
        22,
        YES,
    ),
    (
        "what may go out is asked of the source's group",
        web() + group("g", rule(100, "Deny", "5432", direction="Outbound"), subnet="web"),
        WEB,
        DB,
        5432,
        NO,
    ),
    (
        "an application security group lets its members in",
        web() + ASGS + group("g", BY_ASG, DENY_ALL, subnet="data"),
        WEB,
        DB,
        5432,
        YES,
    ),
    (
        "and nobody who is not in it",
        web()
        + ASGS.replace("azurerm_network_interface.web.id", "azurerm_network_interface.db.id")
        + group("g", BY_ASG, DENY_ALL, subnet="data"),
        WEB,
        DB,
        5432,
        NO,
    ),
    (
        "a rule whose priority is not known leaves it open",
        'variable "n" { type = number }\n'
        + web()
        + group("g", rule("var.n", "Deny", "22").replace('"rvar.n"', '"r"'), OPEN, subnet="web"),
        NET,
        WEB,
        22,
        MAYBE,
    ),
    (
        "a rule whose source is not known leaves it open",
        'variable "s" { type = string }\n' + web() + group("g", rule(100, "Allow", "22", "${var.s}"), subnet="web"),
        NET,
        WEB,
        22,
        MAYBE,
    ),
    (
        "an invalid range is not taken for everyone",
        web() + group("g", rule(100, "Allow", "22", "10.0.0.0/99"), subnet="web"),
        NET,
        WEB,
        22,
        MAYBE,
    ),
    ("a machine without a public address is not reached", web(address=""), NET, WEB, 22, NO),
    (
        "no answer gets back over a route to nowhere",
        web('"Basic"') + routed("0.0.0.0/0", "None"),
        NET,
        WEB,
        22,
        NO,
    ),
    (
        "an appliance on the way back leaves it open",
        web('"Basic"') + routed("0.0.0.0/0", "VirtualAppliance"),
        NET,
        WEB,
        22,
        MAYBE,
    ),
    ("a route to the Internet changes nothing", web('"Basic"') + routed("0.0.0.0/0", "Internet"), NET, WEB, 22, YES),
    (
        "the route within the network is longer than one to nowhere",
        web() + routed("0.0.0.0/0", "None"),
        WEB,
        DB,
        22,
        YES,
    ),
    ("a longer route to nowhere cuts off a subnet", web() + routed("10.0.2.0/24", "None"), WEB, DB, 22, NO),
    (
        "a load balancer passes on to the port of the machine",
        web() + BALANCER + group("g", rule(100, "Allow", "8080", "Internet"), subnet="data"),
        NET,
        DB,
        8080,
        YES,
    ),
    (
        "a group is asked for the machine's port, not that of the load balancer",
        web() + BALANCER + group("g", rule(100, "Allow", "80", "Internet"), subnet="data"),
        NET,
        DB,
        None,
        NO,
    ),
    ("a standard load balancer needs a security group too", web() + BALANCER, NET, DB, 8080, NO),
    (
        "a load balancer is reached on its own port",
        web() + BALANCER + group("g", rule(100, "Allow", "8080", "Internet"), subnet="data"),
        NET,
        "azurerm_lb.l",
        80,
        YES,
    ),
    ("an application gateway passes on to what is behind it", web() + GATEWAY, NET, DB, 8080, YES),
    ("on no other port", web() + GATEWAY, NET, DB, 22, NO),
    (
        "the group of the gateway's subnet must let the client in",
        web() + GATEWAY + group("g", subnet="gw"),
        NET,
        DB,
        8080,
        NO,
    ),
    (
        "the group of the machine must let the gateway in",
        web() + GATEWAY + group("g", rule(100, "Deny", "8080", "10.0.9.0/24"), subnet="data"),
        NET,
        DB,
        8080,
        NO,
    ),
    ("peering joins networks", web() + PEERED + BACK, OFFICE, DB, 22, YES),
    ("half a peering does not", web() + PEERED, OFFICE, DB, 22, NO),
    (
        "the default rules let a peered network in",
        web() + PEERED + BACK + group("g", subnet="data"),
        OFFICE,
        DB,
        22,
        YES,
    ),
    (
        "a firewall in the network may pass on what it is sent",
        web()
        + resource(
            "azurerm_firewall",
            'ip_configuration {\n name = "f"\n subnet_id = azurerm_subnet.web.id\n'
            " public_ip_address_id = azurerm_public_ip.p.id\n}",
        ),
        NET,
        DB,
        22,
        MAYBE,
    ),
]


@pytest.mark.parametrize(
    ("text", "source", "target", "port", "truth"), [pytest.param(*case[1:], id=case[0]) for case in MACHINES]
)
def test_machines(tmp_path: Path, text: str, source: str, target: str, port: int | None, truth: Truth) -> None:
    made, _ = network(tmp_path, BASE + text)

    found = made.reach(source, target, "tcp", port)

    assert found.truth is truth, found
    assert found.why
    assert bool(found.passages) is (truth is not NO)


def test_the_grid_says_of_all_pairs_what_single_questions_say(tmp_path: Path) -> None:
    text = BASE + web() + BALANCER + PEERED + BACK
    made, graph = network(tmp_path, text + group("g", OPEN, rule(100, "Deny", "22", "Internet"), subnet="web"))
    targets = [asset.id for asset in graph.of(Endpoint)]

    grid = made.grid(targets)

    for row, source in enumerate(made.sources()):
        for column, target in enumerate(targets):
            assert grid.at(row, column) == made.reach(source, target).truth, (source, target)


def test_a_passage_says_through_which_rule_and_where_it_is_written(tmp_path: Path) -> None:
    made, _ = network(tmp_path, BASE + web() + group("g", OPEN, subnet="web"))

    passage = made.reach(NET, WEB, "tcp", 443).passages[0]

    assert passage.ports == ((443, 443),)
    assert passage.addresses == ("0.0.0.0/0",)
    assert [via.asset for via in passage.via] == [
        "azurerm_network_interface.web",
        "azurerm_network_security_group.g/security_rule/0",
    ]
    assert passage.via[1].place is not None
    assert passage.via[1].place.file == "main.tf"


def test_what_stops_is_named(tmp_path: Path) -> None:
    made, _ = network(tmp_path, BASE + web() + group("g", OPEN, rule(100, "Deny", "22", "Internet"), subnet="web"))

    denied, default = made.reach(NET, WEB, "tcp", 22), made.reach(NET, WEB, "tcp", 3389)

    assert [via.asset for via in denied.stops] == ["azurerm_network_security_group.g/security_rule/1"]
    assert [via.says for via in default.stops] == ["DenyAllInBound stops what no other rule lets in (priority 65500)"]


def test_hiding_any_value_never_turns_an_answer_around(tmp_path: Path) -> None:
    _, graph = network(tmp_path, BASE + web() + ASGS + BALANCER + group("g", OPEN, DENY_ALL, subnet="web") + BACKEND)
    pairs = [(NET, WEB), (NET, DB), (WEB, DB), (NET, "azurerm_lb.l")]
    before = {pair: azure.network(graph).reach(*pair).truth for pair in pairs}

    for position, asset in enumerate(graph.assets):
        for name in asset.values:
            less = {key: value for key, value in asset.values.items() if key != name}
            hidden = Graph([*graph.assets[:position], type(asset)(asset.id, **less), *graph.assets[position + 1 :]])
            after = azure.network(hidden)
            for pair in pairs:
                assert after.reach(*pair).truth in (before[pair], MAYBE), (pair, asset.id, name)


def test_a_machine_leaves_for_the_internet_unless_its_group_stops_that(tmp_path: Path) -> None:
    out = rule(100, "Deny", "*", "*", direction="Outbound", protocol="*", destination_address_prefix="Internet")
    made, _ = network(tmp_path, BASE + web() + group("g", out, subnet="web"))

    assert made.leaving(DB) is YES
    assert made.leaving(WEB) is NO


@pytest.mark.parametrize("port", [-1, 70000])
def test_a_port_that_is_none_is_answered_with_a_sentence(tmp_path: Path, port: int) -> None:
    made, _ = network(tmp_path, BASE + web())

    found = made.reach(NET, WEB, "tcp", port)

    assert found.truth is MAYBE
    assert "no port" in found.why


def test_an_estate_of_one_subnet_has_only_the_internet() -> None:
    made = azure.network(Graph([Subnet("alone")]))

    assert made.sources() == (NET,)
    assert made.reach(NET, "alone").truth is MAYBE
