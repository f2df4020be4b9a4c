"""Azure network interfaces: of single machines, and of those of a scale set."""

from bartizan.content.kinds.azure.network_gateway import ApplicationGateway
from bartizan.content.kinds.azure.network_load_balancer import BackendPool, BalancerRule
from bartizan.content.kinds.azure.network_public_ip import PublicIp
from bartizan.content.kinds.azure.network_security_group import ApplicationGroup, SecurityGroup
from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.core.kind import Asset, Flag, Link, Many
from bartizan.core.source import Beside, Block, Shown, Source


class Interface(Asset, kind="azure.network.interface"):
    """Connects a virtual machine to a subnet."""

    public = Flag("It has a public address.")
    public_ips = Link(PublicIp, "Its public addresses.")
    subnets = Link(Subnet, "The subnets it is in.")
    security_group = Link(SecurityGroup, "The security group around it alone.")
    forwards = Flag("It takes packets that are meant for others.")
    addresses = Many("Its private addresses, where they are fixed.")
    groups = Link(ApplicationGroup, "The application security groups it is in.")
    pools = Link(BackendPool, "The pools of load balancers it is in.")
    nat_rules = Link(BalancerRule, "The rules of load balancers that send to it alone.")
    gateways = Link(ApplicationGateway, "The application gateways that send requests to it.")


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
        Interface.addresses: "not_null(ip_configuration, `[]`)[].private_ip_address",
        Interface.groups: Beside(
            types="azurerm_network_interface_application_security_group_association",
            on="network_interface_id",
            read="[].application_security_group_id",
            all=True,
        ),
        Interface.pools: Beside(
            types="azurerm_network_interface_backend_address_pool_association",
            on="network_interface_id",
            read="[].backend_address_pool_id",
            all=True,
        ),
        Interface.nat_rules: Beside(
            types="azurerm_network_interface_nat_rule_association",
            on="network_interface_id",
            read="[].nat_rule_id",
            all=True,
        ),
        Interface.gateways: Beside(
            types="azurerm_network_interface_application_gateway_backend_address_pool_association",
            on="network_interface_id",
            read="[].backend_address_pool_id",
            all=True,
        ),
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
                addresses=frozenset(),
                groups=frozenset(),
                pools=frozenset(),
                nat_rules=frozenset(),
                gateways=frozenset(),
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
    private_ip_address_allocation = "Static"
    private_ip_address            = "10.0.0.4"
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
                addresses=frozenset({"10.0.0.4"}),
            ),
        ),
        Shown(
            text="""
resource "azurerm_application_security_group" "g" {
  name = "web"
}

resource "azurerm_lb_backend_address_pool" "p" {
  name            = "web"
  loadbalancer_id = "other"
}

resource "azurerm_lb_nat_rule" "n" {
  name            = "ssh"
  loadbalancer_id = "other"
  protocol        = "Tcp"
  frontend_port   = 2222
  backend_port    = 22
}

resource "azurerm_network_interface" "a" {
  name = "web"
}

resource "azurerm_network_interface_application_security_group_association" "a" {
  network_interface_id          = azurerm_network_interface.a.id
  application_security_group_id = azurerm_application_security_group.g.id
}

resource "azurerm_network_interface_backend_address_pool_association" "a" {
  network_interface_id    = azurerm_network_interface.a.id
  ip_configuration_name   = "a"
  backend_address_pool_id = azurerm_lb_backend_address_pool.p.id
}

resource "azurerm_network_interface_nat_rule_association" "a" {
  network_interface_id  = azurerm_network_interface.a.id
  ip_configuration_name = "a"
  nat_rule_id           = azurerm_lb_nat_rule.n.id
}
""",
            gives=Interface(
                "azurerm_network_interface.a",
                groups=frozenset({"azurerm_application_security_group.g"}),
                pools=frozenset({"azurerm_lb_backend_address_pool.p"}),
                nat_rules=frozenset({"azurerm_lb_nat_rule.n"}),
            ),
        ),
    ],
)


SCALE_SET_FROM_TERRAFORM = Source(
    of=Interface,
    each=Block(
        "azurerm_linux_virtual_machine_scale_set",
        "azurerm_windows_virtual_machine_scale_set",
        "azurerm_orchestrated_virtual_machine_scale_set",
        each="network_interface",
    ),
    reads={
        Interface.public: "length(not_null(ip_configuration, `[]`)[].not_null(public_ip_address, `[]`)[]) > `0`",
        Interface.public_ips: "`[]`",
        Interface.subnets: "ip_configuration[].subnet_id",
        Interface.security_group: "network_security_group_id",
        Interface.forwards: "flag(not_null(ip_forwarding_enabled, enable_ip_forwarding, `false`))",
        Interface.addresses: "`[]`",
        Interface.groups: "ip_configuration[].not_null(application_security_group_ids, `[]`)[]",
        Interface.pools: "ip_configuration[].not_null(load_balancer_backend_address_pool_ids, `[]`)[]",
        Interface.nat_rules: "ip_configuration[].not_null(load_balancer_inbound_nat_rules_ids, `[]`)[]",
        Interface.gateways: "ip_configuration[].not_null(application_gateway_backend_address_pool_ids, `[]`)[]",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "web"
  virtual_network_name = "shop"
}

resource "azurerm_network_security_group" "g" {
  name = "g"
}

resource "azurerm_linux_virtual_machine_scale_set" "a" {
  name = "a"
  network_interface {
    name                      = "a"
    primary                   = true
    network_security_group_id = azurerm_network_security_group.g.id
    ip_configuration {
      name      = "a"
      subnet_id = azurerm_subnet.s.id
      public_ip_address {
        name = "a"
      }
    }
  }
}
""",
            gives=Interface(
                "azurerm_linux_virtual_machine_scale_set.a/network_interface/0",
                public=True,
                public_ips=frozenset(),
                subnets=frozenset({"azurerm_subnet.s"}),
                security_group=frozenset({"azurerm_network_security_group.g"}),
                forwards=False,
                addresses=frozenset(),
                groups=frozenset(),
                pools=frozenset(),
                nat_rules=frozenset(),
                gateways=frozenset(),
            ),
        ),
    ],
)
