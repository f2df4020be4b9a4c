"""Azure load balancers: what they listen on, and where they send it."""

from bartizan.content.kinds.azure.network_public_ip import PublicIp
from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Link, Number, Text
from bartizan.core.source import Block, Shown, Source


class LoadBalancer(Endpoint, kind="azure.network.load-balancer"):
    """Spreads connections over machines; these see the address of the client."""

    name = Text("Its name.")
    sku = Text("basic or standard, in small letters; none where it is not written.")
    public_ips = Link(PublicIp, "Its addresses on the Internet; none for an internal one.")
    subnets = Link(Subnet, "The subnets that it has private addresses in.")


class BackendPool(Asset, kind="azure.network.backend-pool"):
    """Machines that a load balancer sends connections to."""

    balancer = Link(LoadBalancer, "The load balancer.")


class BalancerRule(Asset, kind="azure.network.load-balancer-rule"):
    """A port that a load balancer listens on, and the port that it sends to: of all in a pool, or of one machine."""

    balancer = Link(LoadBalancer, "The load balancer.")
    pools = Link(BackendPool, "Where it sends to; for one machine alone it is the interface that names the rule.")
    protocol = Text("tcp, udp or all, in small letters.")
    first_port = Number("The first port that it listens on.")
    last_port = Number("The last one.")
    backend_port = Number("The port that the first one is sent to, those after it to the ports after that.")


FROM_TERRAFORM = Source(
    of=LoadBalancer,
    each=Block("azurerm_lb"),
    names=("name",),
    reads={
        LoadBalancer.name: "name",
        LoadBalancer.sku: "lower(sku)",
        LoadBalancer.public_ips: "not_null(frontend_ip_configuration, `[]`)[].public_ip_address_id",
        LoadBalancer.subnets: "not_null(frontend_ip_configuration, `[]`)[].subnet_id",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_public_ip" "p" {
  name              = "web"
  allocation_method = "Static"
}

resource "azurerm_lb" "a" {
  name = "web"
  sku  = "Standard"
  frontend_ip_configuration {
    name                 = "web"
    public_ip_address_id = azurerm_public_ip.p.id
  }
}
""",
            gives=LoadBalancer(
                "azurerm_lb.a",
                name="web",
                sku="standard",
                public_ips=frozenset({"azurerm_public_ip.p"}),
                subnets=frozenset(),
            ),
        ),
    ],
)


POOL_FROM_TERRAFORM = Source(
    of=BackendPool,
    each=Block("azurerm_lb_backend_address_pool"),
    reads={BackendPool.balancer: "loadbalancer_id"},
    shows=[
        Shown(
            text="""
resource "azurerm_lb" "l" {
  name = "web"
}

resource "azurerm_lb_backend_address_pool" "a" {
  name            = "web"
  loadbalancer_id = azurerm_lb.l.id
}
""",
            gives=BackendPool("azurerm_lb_backend_address_pool.a", balancer=frozenset({"azurerm_lb.l"})),
        ),
    ],
)


RULE_FROM_TERRAFORM = Source(
    of=BalancerRule,
    each=Block("azurerm_lb_rule", "azurerm_lb_nat_rule", "azurerm_lb_nat_pool"),
    reads={
        BalancerRule.balancer: "loadbalancer_id",
        BalancerRule.pools: "[backend_address_pool_ids, backend_address_pool_id][] | [?@]",
        BalancerRule.protocol: "lower(protocol)",
        BalancerRule.first_port: "not_null(frontend_port, frontend_port_start)",
        BalancerRule.last_port: "not_null(frontend_port, frontend_port_end)",
        BalancerRule.backend_port: "backend_port",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_lb" "l" {
  name = "web"
}

resource "azurerm_lb_backend_address_pool" "p" {
  name            = "web"
  loadbalancer_id = azurerm_lb.l.id
}

resource "azurerm_lb_rule" "a" {
  name                     = "web"
  loadbalancer_id          = azurerm_lb.l.id
  protocol                 = "Tcp"
  frontend_port            = 443
  backend_port             = 8443
  backend_address_pool_ids = [azurerm_lb_backend_address_pool.p.id]
}
""",
            gives=BalancerRule(
                "azurerm_lb_rule.a",
                balancer=frozenset({"azurerm_lb.l"}),
                pools=frozenset({"azurerm_lb_backend_address_pool.p"}),
                protocol="tcp",
                first_port=443,
                last_port=443,
                backend_port=8443,
            ),
        ),
        Shown(
            text="""
resource "azurerm_lb_nat_pool" "a" {
  name                = "ssh"
  loadbalancer_id     = "other"
  protocol            = "Tcp"
  frontend_port_start = 5000
  frontend_port_end   = 5099
  backend_port        = 22
}
""",
            gives=BalancerRule(
                "azurerm_lb_nat_pool.a", pools=frozenset(), first_port=5000, last_port=5099, backend_port=22
            ),
        ),
    ],
)
