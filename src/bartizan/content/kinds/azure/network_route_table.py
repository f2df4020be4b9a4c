"""Azure route tables, peerings, security groups of applications, firewalls and private endpoints."""

from bartizan.content.kinds.azure.network_public_ip import PublicIp
from bartizan.content.kinds.azure.network_subnet import RouteTable, Subnet, VirtualNetwork
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, OwnerLink, Shown, Source


class Route(Asset, kind="azure.network.route"):
    """Where packets for some addresses are sent."""

    table = Link(RouteTable, "The table it is in.")
    prefix = Text("The addresses: a CIDR block, or a service tag.")
    next_hop = Text("VirtualNetworkGateway, VnetLocal, Internet, VirtualAppliance or None, in small letters.")


class Peering(Asset, kind="azure.network.peering"):
    """Joins a virtual network to another one: half of it, for each has one to the other."""

    network = Link(VirtualNetwork, "The network it is of.")
    remote = Link(VirtualNetwork, "The other one.")
    access = Flag("Machines of the two networks reach each other.")


class Firewall(Asset, kind="azure.network.firewall"):
    """A firewall that traffic is sent through by routes."""

    subnets = Link(Subnet, "Where it stands.")
    public_ips = Link(PublicIp, "Its addresses on the Internet.")


class PrivateEndpoint(Asset, kind="azure.network.private-endpoint"):
    """An address in a subnet, behind which a service of Azure is."""

    subnets = Link(Subnet, "The subnets it is in.")
    leads_to = Link(Endpoint, "The service.")


TABLE_FROM_TERRAFORM = Source(
    of=RouteTable,
    each=Block("azurerm_route_table"),
    names=("name",),
    reads={RouteTable.name: "name"},
    shows=[
        Shown(
            text="""
resource "azurerm_route_table" "a" {
  name = "out"
}
""",
            gives=RouteTable("azurerm_route_table.a", name="out"),
        ),
    ],
)


ROUTE_FROM_TERRAFORM = Source(
    of=Route,
    each=Block("azurerm_route"),
    reads={
        Route.table: "route_table_name",
        Route.prefix: "address_prefix",
        Route.next_hop: "lower(next_hop_type)",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_route_table" "t" {
  name = "out"
}

resource "azurerm_route" "a" {
  name             = "all"
  route_table_name = azurerm_route_table.t.name
  address_prefix   = "0.0.0.0/0"
  next_hop_type    = "VirtualAppliance"
}
""",
            gives=Route(
                "azurerm_route.a",
                table=frozenset({"azurerm_route_table.t"}),
                prefix="0.0.0.0/0",
                next_hop="virtualappliance",
            ),
        ),
    ],
)


INLINE_ROUTE_FROM_TERRAFORM = Source(
    of=Route,
    each=Block("azurerm_route_table", each="route"),
    reads={Route.table: OwnerLink(), Route.prefix: "address_prefix", Route.next_hop: "lower(next_hop_type)"},
    shows=[
        Shown(
            text="""
resource "azurerm_route_table" "t" {
  name = "out"
  route {
    name           = "all"
    address_prefix = "0.0.0.0/0"
    next_hop_type  = "None"
  }
}
""",
            gives=Route(
                "azurerm_route_table.t/route/0",
                table=frozenset({"azurerm_route_table.t"}),
                prefix="0.0.0.0/0",
                next_hop="none",
            ),
        ),
    ],
)


PEERING_FROM_TERRAFORM = Source(
    of=Peering,
    each=Block("azurerm_virtual_network_peering"),
    reads={
        Peering.network: "virtual_network_name",
        Peering.remote: "remote_virtual_network_id",
        Peering.access: "flag(not_null(allow_virtual_network_access, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_virtual_network" "v" {
  name = "shop"
}

resource "azurerm_virtual_network" "w" {
  name = "office"
}

resource "azurerm_virtual_network_peering" "a" {
  name                      = "office"
  virtual_network_name      = azurerm_virtual_network.v.name
  remote_virtual_network_id = azurerm_virtual_network.w.id
}
""",
            gives=Peering(
                "azurerm_virtual_network_peering.a",
                network=frozenset({"azurerm_virtual_network.v"}),
                remote=frozenset({"azurerm_virtual_network.w"}),
                access=True,
            ),
        ),
    ],
)


FIREWALL_FROM_TERRAFORM = Source(
    of=Firewall,
    each=Block("azurerm_firewall"),
    reads={
        Firewall.subnets: "not_null(ip_configuration, `[]`)[].subnet_id",
        Firewall.public_ips: "not_null(ip_configuration, `[]`)[].public_ip_address_id",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "AzureFirewallSubnet"
  virtual_network_name = "shop"
}

resource "azurerm_public_ip" "p" {
  name              = "out"
  allocation_method = "Static"
}

resource "azurerm_firewall" "a" {
  name = "out"
  ip_configuration {
    name                 = "out"
    subnet_id            = azurerm_subnet.s.id
    public_ip_address_id = azurerm_public_ip.p.id
  }
}
""",
            gives=Firewall(
                "azurerm_firewall.a",
                subnets=frozenset({"azurerm_subnet.s"}),
                public_ips=frozenset({"azurerm_public_ip.p"}),
            ),
        ),
    ],
)


ENDPOINT_FROM_TERRAFORM = Source(
    of=PrivateEndpoint,
    each=Block("azurerm_private_endpoint"),
    reads={
        PrivateEndpoint.subnets: "subnet_id",
        PrivateEndpoint.leads_to: "private_service_connection[0].private_connection_resource_id",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "data"
  virtual_network_name = "shop"
}

resource "azurerm_redis_cache" "r" {
  name = "r"
}

resource "azurerm_private_endpoint" "a" {
  name      = "r"
  subnet_id = azurerm_subnet.s.id
  private_service_connection {
    name                           = "r"
    private_connection_resource_id = azurerm_redis_cache.r.id
    is_manual_connection           = false
  }
}
""",
            gives=PrivateEndpoint(
                "azurerm_private_endpoint.a",
                subnets=frozenset({"azurerm_subnet.s"}),
                leads_to=frozenset({"azurerm_redis_cache.r"}),
            ),
        ),
    ],
)
