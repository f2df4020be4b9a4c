"""Azure virtual networks and subnets."""

from bartizan.content.kinds.azure.network_security_group import SecurityGroup
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Beside, Block, Inverse, OwnerLink, Shown, Source


class VirtualNetwork(Asset, kind="azure.network.virtual-network"):
    """A private network."""

    name = Text("Its name.")
    ddos_protected = Flag("A plan protects it from floods of traffic.")
    subnets = Link(lambda: Subnet, "Its parts.")
    addresses = Many("Its addresses, as CIDR blocks.")


class RouteTable(Asset, kind="azure.network.route-table"):
    """Says where packets of subnets are sent."""

    name = Text("Its name.")


class Subnet(Asset, kind="azure.network.subnet"):
    """A part of a virtual network."""

    name = Text("Its name.")
    exempt = Flag("Azure itself looks after what is in it, and asks for no security group.")
    network = Link(VirtualNetwork, "The network it is part of.")
    guarded = Flag("A security group is around it.")
    security_group = Link(SecurityGroup, "The security group around it.")
    addresses = Many("Its addresses, as CIDR blocks.")
    route_table = Link(RouteTable, "The table of routes that counts in it beside those of the platform.")
    endpoints = Many("Services that know it by its name: Microsoft.Sql.")


EXEMPT = (
    "contains(['GatewaySubnet', 'AzureFirewallSubnet', 'AzureFirewallManagementSubnet', 'RouteServerSubnet'], name)"
)


FROM_TERRAFORM = Source(
    of=VirtualNetwork,
    each=Block("azurerm_virtual_network"),
    names=("name",),
    reads={
        VirtualNetwork.addresses: "address_space",
        VirtualNetwork.name: "name",
        VirtualNetwork.ddos_protected: "flag(not_null(ddos_protection_plan[0].enable, `false`))",
        VirtualNetwork.subnets: Inverse(Subnet.network),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_virtual_network" "a" {
  name = "shop"
}
""",
            gives=VirtualNetwork("azurerm_virtual_network.a", name="shop", ddos_protected=False, subnets=frozenset()),
        ),
        Shown(
            text="""
resource "azurerm_virtual_network" "a" {
  name = "shop"
  ddos_protection_plan {
    id     = "plan"
    enable = true
  }
}

resource "azurerm_subnet" "s" {
  name                 = "web"
  virtual_network_name = azurerm_virtual_network.a.name
}
""",
            gives=VirtualNetwork(
                "azurerm_virtual_network.a", name="shop", ddos_protected=True, subnets=frozenset({"azurerm_subnet.s"})
            ),
        ),
        Shown(
            text="""
resource "azurerm_virtual_network" "a" {
  name          = "shop"
  address_space = ["10.0.0.0/16"]
}
""",
            gives=VirtualNetwork("azurerm_virtual_network.a", addresses=frozenset({"10.0.0.0/16"})),
        ),
    ],
)


SUBNET_FROM_TERRAFORM = Source(
    of=Subnet,
    each=Block("azurerm_subnet"),
    reads={
        Subnet.addresses: "[address_prefixes, address_prefix][] | [?@]",
        Subnet.route_table: Beside(
            types="azurerm_subnet_route_table_association", on="subnet_id", read="route_table_id"
        ),
        Subnet.endpoints: "not_null(service_endpoints, `[]`)",
        Subnet.name: "name",
        Subnet.exempt: EXEMPT,
        Subnet.network: "virtual_network_name",
        Subnet.guarded: Beside(
            types="azurerm_subnet_network_security_group_association", on="subnet_id", read="`true`", none=False
        ),
        Subnet.security_group: Beside(
            types="azurerm_subnet_network_security_group_association", on="subnet_id", read="network_security_group_id"
        ),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_subnet" "a" {
  name                 = "web"
  virtual_network_name = "other"
}
""",
            gives=Subnet("azurerm_subnet.a", name="web", exempt=False, guarded=False, security_group=frozenset()),
        ),
        Shown(
            text="""
resource "azurerm_virtual_network" "v" {
  name = "shop"
}

resource "azurerm_network_security_group" "g" {
  name = "g"
}

resource "azurerm_subnet" "a" {
  name                 = "GatewaySubnet"
  virtual_network_name = azurerm_virtual_network.v.name
}

resource "azurerm_subnet_network_security_group_association" "a" {
  subnet_id                 = azurerm_subnet.a.id
  network_security_group_id = azurerm_network_security_group.g.id
}
""",
            gives=Subnet(
                "azurerm_subnet.a",
                name="GatewaySubnet",
                exempt=True,
                network=frozenset({"azurerm_virtual_network.v"}),
                guarded=True,
                security_group=frozenset({"azurerm_network_security_group.g"}),
            ),
        ),
        Shown(
            text="""
resource "azurerm_route_table" "t" {
  name = "out"
}

resource "azurerm_subnet" "a" {
  name                 = "web"
  virtual_network_name = "shop"
  address_prefixes     = ["10.0.0.0/24"]
  service_endpoints    = ["Microsoft.Sql"]
}

resource "azurerm_subnet_route_table_association" "a" {
  subnet_id      = azurerm_subnet.a.id
  route_table_id = azurerm_route_table.t.id
}
""",
            gives=Subnet(
                "azurerm_subnet.a",
                addresses=frozenset({"10.0.0.0/24"}),
                route_table=frozenset({"azurerm_route_table.t"}),
                endpoints=frozenset({"Microsoft.Sql"}),
            ),
        ),
    ],
)


INLINE_SUBNET_FROM_TERRAFORM = Source(
    of=Subnet,
    each=Block("azurerm_virtual_network", each="subnet"),
    reads={
        Subnet.addresses: "[address_prefixes, address_prefix][] | [?@]",
        Subnet.route_table: "route_table_id",
        Subnet.endpoints: "not_null(service_endpoints, `[]`)",
        Subnet.name: "name",
        Subnet.exempt: EXEMPT,
        Subnet.network: OwnerLink(),
        Subnet.guarded: "!contains(['', `null`], security_group)",
        Subnet.security_group: "security_group",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_virtual_network" "v" {
  name = "shop"
  subnet {
    name             = "web"
    address_prefixes = ["10.0.0.0/24"]
  }
}
""",
            gives=Subnet(
                "azurerm_virtual_network.v/subnet/0",
                name="web",
                exempt=False,
                network=frozenset({"azurerm_virtual_network.v"}),
                guarded=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_network_security_group" "g" {
  name = "g"
}

resource "azurerm_virtual_network" "v" {
  name = "shop"
  subnet {
    name             = "web"
    address_prefixes = ["10.0.0.0/24"]
    security_group   = azurerm_network_security_group.g.id
  }
}
""",
            gives=Subnet(
                "azurerm_virtual_network.v/subnet/0",
                name="web",
                exempt=False,
                network=frozenset({"azurerm_virtual_network.v"}),
                guarded=True,
                security_group=frozenset({"azurerm_network_security_group.g"}),
            ),
        ),
        Shown(
            text="""
resource "azurerm_route_table" "t" {
  name = "out"
}

resource "azurerm_virtual_network" "v" {
  name = "shop"
  subnet {
    name              = "web"
    address_prefixes  = ["10.0.0.0/24"]
    route_table_id    = azurerm_route_table.t.id
    service_endpoints = ["Microsoft.Sql"]
  }
}
""",
            gives=Subnet(
                "azurerm_virtual_network.v/subnet/0",
                addresses=frozenset({"10.0.0.0/24"}),
                route_table=frozenset({"azurerm_route_table.t"}),
                endpoints=frozenset({"Microsoft.Sql"}),
            ),
        ),
    ],
)
