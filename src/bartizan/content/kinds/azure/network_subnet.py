"""Azure virtual networks, subnets, interfaces and public addresses."""

from bartizan.content.kinds.azure.network_security_group import SecurityGroup
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Beside, Block, Inverse, OwnerLink, Shown, Source


class VirtualNetwork(Asset, kind="azure.network.virtual-network"):
    """A private network."""

    name = Text("Its name.")
    ddos_protected = Flag("A plan protects it from floods of traffic.")
    subnets = Link(lambda: Subnet, "Its parts.")


class Subnet(Asset, kind="azure.network.subnet"):
    """A part of a virtual network."""

    name = Text("Its name.")
    exempt = Flag("Azure itself looks after what is in it, and asks for no security group.")
    network = Link(VirtualNetwork, "The network it is part of.")
    guarded = Flag("A security group is around it.")
    security_group = Link(SecurityGroup, "The security group around it.")


class PublicIp(Asset, kind="azure.network.public-ip"):
    """An address on the Internet."""

    name = Text("Its name.")
    ddos_protected = Flag("It is protected from floods of traffic by a plan of its own.")


class Interface(Asset, kind="azure.network.interface"):
    """Connects a virtual machine to a subnet."""

    public = Flag("It has a public address.")
    public_ips = Link(PublicIp, "Its public addresses.")
    subnets = Link(Subnet, "The subnets it is in.")
    security_group = Link(SecurityGroup, "The security group around it alone.")
    forwards = Flag("It takes packets that are meant for others.")


EXEMPT = (
    "contains(['GatewaySubnet', 'AzureFirewallSubnet', 'AzureFirewallManagementSubnet', 'RouteServerSubnet'], name)"
)


FROM_TERRAFORM = Source(
    of=VirtualNetwork,
    each=Block("azurerm_virtual_network"),
    names=("name",),
    reads={
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
    ],
)


SUBNET_FROM_TERRAFORM = Source(
    of=Subnet,
    each=Block("azurerm_subnet"),
    reads={
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
    ],
)


INLINE_SUBNET_FROM_TERRAFORM = Source(
    of=Subnet,
    each=Block("azurerm_virtual_network", each="subnet"),
    reads={
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
    ],
)


PUBLICIP_FROM_TERRAFORM = Source(
    of=PublicIp,
    each=Block("azurerm_public_ip"),
    names=("name",),
    reads={
        PublicIp.name: "name",
        PublicIp.ddos_protected: "not_null(ddos_protection_mode, 'VirtualNetworkInherited') == 'Enabled'",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_public_ip" "a" {
  name              = "web"
  allocation_method = "Static"
}
""",
            gives=PublicIp("azurerm_public_ip.a", name="web", ddos_protected=False),
        ),
        Shown(
            text="""
resource "azurerm_public_ip" "a" {
  name                 = "web"
  allocation_method    = "Static"
  ddos_protection_mode = "Enabled"
}
""",
            gives=PublicIp("azurerm_public_ip.a", name="web", ddos_protected=True),
        ),
    ],
)


INTERFACE_FROM_TERRAFORM = Source(
    of=Interface,
    each=Block("azurerm_network_interface"),
    reads={
        Interface.public: "length(not_null(ip_configuration, `[]`)[?public_ip_address_id]) > `0`",
        Interface.public_ips: "ip_configuration[].public_ip_address_id",
        Interface.subnets: "ip_configuration[].subnet_id",
        Interface.security_group: Beside(
            types="azurerm_network_interface_security_group_association",
            on="network_interface_id",
            read="network_security_group_id",
        ),
        Interface.forwards: "flag(not_null(ip_forwarding_enabled, enable_ip_forwarding, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_network_interface" "a" {
  name = "web"
  ip_configuration {
    name                          = "a"
    subnet_id                     = "other"
    private_ip_address_allocation = "Dynamic"
  }
}
""",
            gives=Interface(
                "azurerm_network_interface.a",
                public=False,
                public_ips=frozenset(),
                security_group=frozenset(),
                forwards=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "web"
  virtual_network_name = "shop"
}

resource "azurerm_public_ip" "p" {
  name              = "web"
  allocation_method = "Static"
}

resource "azurerm_network_security_group" "g" {
  name = "g"
}

resource "azurerm_network_interface" "a" {
  name                  = "web"
  ip_forwarding_enabled = true
  ip_configuration {
    name                          = "a"
    subnet_id                     = azurerm_subnet.s.id
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id          = azurerm_public_ip.p.id
  }
}

resource "azurerm_network_interface_security_group_association" "a" {
  network_interface_id      = azurerm_network_interface.a.id
  network_security_group_id = azurerm_network_security_group.g.id
}
""",
            gives=Interface(
                "azurerm_network_interface.a",
                public=True,
                public_ips=frozenset({"azurerm_public_ip.p"}),
                subnets=frozenset({"azurerm_subnet.s"}),
                security_group=frozenset({"azurerm_network_security_group.g"}),
                forwards=True,
            ),
        ),
    ],
)
