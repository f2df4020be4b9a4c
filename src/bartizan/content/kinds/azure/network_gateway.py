"""Azure application gateways, Front Door, and their firewalls."""

from bartizan.content.kinds.azure.network_public_ip import PublicIp
from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class ApplicationGateway(Endpoint, kind="azure.network.application-gateway"):
    """A load balancer for HTTP."""

    has_waf = Flag("A web application firewall looks at requests.")
    public_ips = Link(PublicIp, "Its addresses on the Internet.")
    subnets = Link(Subnet, "The subnets it stands in.")
    ports = Many("Ports it listens on.")
    hosts = Link(Endpoint, "What it sends requests to, by name.")
    backend_addresses = Many("Addresses it sends requests to.")
    backend_ports = Many("Ports it sends requests to.")


class WafPolicy(Asset, kind="azure.network.waf-policy"):
    """What a web application firewall looks for, and what it does then."""

    enabled = Flag("It is on.")
    prevents = Flag("It stops requests that look like attacks; otherwise it only logs them.")


class FirewallPolicy(Asset, kind="azure.network.firewall-policy"):
    """What an Azure Firewall lets through."""

    threats = Text("What becomes of traffic with addresses that are known to be bad: Off, Alert or Deny.")
    premium = Flag("It is for a firewall that can look for intrusions.")
    intrusions = Text("What becomes of traffic that looks like an intrusion: Off, Alert or Deny.")


class FrontDoor(Endpoint, kind="azure.network.front-door"):
    """Leads visitors from anywhere in the world to an application."""

    has_waf = Flag("A web application firewall looks at requests to every host.")
    hosts = Link(Endpoint, "What it sends requests to.")


class FrontDoorOrigin(Asset, kind="azure.network.front-door-origin"):
    """Something that a Front Door profile of the newer kind sends requests to."""

    hosts = Link(Endpoint, "What it is.")
    enabled = Flag("Requests are sent to it.")


FROM_TERRAFORM = Source(
    of=ApplicationGateway,
    each=Block("azurerm_application_gateway"),
    reads={
        ApplicationGateway.public_ips: "not_null(frontend_ip_configuration, `[]`)[].public_ip_address_id",
        ApplicationGateway.subnets: "not_null(gateway_ip_configuration, `[]`)[].subnet_id",
        ApplicationGateway.ports: "not_null(frontend_port, `[]`)[].port",
        ApplicationGateway.hosts: "not_null(backend_address_pool, `[]`)[].not_null(fqdns, `[]`)[]",
        ApplicationGateway.backend_addresses: "not_null(backend_address_pool, `[]`)[].not_null(ip_addresses, `[]`)[]",
        ApplicationGateway.backend_ports: "not_null(backend_http_settings, `[]`)[].port",
        ApplicationGateway.has_waf: "firewall_policy_id != `null` || flag(not_null(waf_configuration[0].enabled, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_application_gateway" "a" {
  name = "a"
}
""",
            gives=ApplicationGateway("azurerm_application_gateway.a", has_waf=False),
        ),
        Shown(
            text="""
resource "azurerm_application_gateway" "a" {
  name               = "a"
  firewall_policy_id = "policy"
}
""",
            gives=ApplicationGateway("azurerm_application_gateway.a", has_waf=True),
        ),
        Shown(
            text="""
resource "azurerm_public_ip" "p" {
  name              = "web"
  allocation_method = "Static"
}

resource "azurerm_subnet" "s" {
  name                 = "gateway"
  virtual_network_name = "shop"
}

resource "azurerm_linux_web_app" "w" {
  name = "web"
}

resource "azurerm_application_gateway" "a" {
  name = "a"
  gateway_ip_configuration {
    name      = "a"
    subnet_id = azurerm_subnet.s.id
  }
  frontend_ip_configuration {
    name                 = "a"
    public_ip_address_id = azurerm_public_ip.p.id
  }
  frontend_port {
    name = "https"
    port = 443
  }
  backend_address_pool {
    name  = "apps"
    fqdns = [azurerm_linux_web_app.w.default_hostname]
  }
  backend_address_pool {
    name         = "machines"
    ip_addresses = ["10.0.1.4"]
  }
  backend_http_settings {
    name                  = "plain"
    port                  = 8080
    protocol              = "Http"
    cookie_based_affinity = "Disabled"
  }
}
""",
            gives=ApplicationGateway(
                "azurerm_application_gateway.a",
                public_ips=frozenset({"azurerm_public_ip.p"}),
                subnets=frozenset({"azurerm_subnet.s"}),
                ports=frozenset({443}),
                hosts=frozenset({"azurerm_linux_web_app.w"}),
                backend_addresses=frozenset({"10.0.1.4"}),
                backend_ports=frozenset({8080}),
            ),
        ),
    ],
)


POLICY_FROM_TERRAFORM = Source(
    of=WafPolicy,
    each=Block("azurerm_web_application_firewall_policy"),
    reads={
        WafPolicy.enabled: "flag(not_null(policy_settings[0].enabled, `true`))",
        WafPolicy.prevents: "policy_settings != `null` && not_null(policy_settings[0].mode, 'Prevention') == 'Prevention' || policy_settings == `null` && `null`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_web_application_firewall_policy" "a" {
  name = "a"
}
""",
            gives=WafPolicy("azurerm_web_application_firewall_policy.a", enabled=True),
        ),
        Shown(
            text="""
resource "azurerm_web_application_firewall_policy" "a" {
  name = "a"
  policy_settings {
    enabled = false
    mode    = "Detection"
  }
}
""",
            gives=WafPolicy("azurerm_web_application_firewall_policy.a", enabled=False, prevents=False),
        ),
    ],
)


FRONT_DOOR_POLICY_FROM_TERRAFORM = Source(
    of=WafPolicy,
    each=Block("azurerm_cdn_frontdoor_firewall_policy", "azurerm_frontdoor_firewall_policy"),
    reads={
        WafPolicy.enabled: "flag(not_null(enabled, `true`))",
        WafPolicy.prevents: "not_null(mode, 'Prevention') == 'Prevention'",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_cdn_frontdoor_firewall_policy" "a" {
  name = "a"
  mode = "Prevention"
}
""",
            gives=WafPolicy("azurerm_cdn_frontdoor_firewall_policy.a", enabled=True, prevents=True),
        ),
        Shown(
            text="""
resource "azurerm_cdn_frontdoor_firewall_policy" "a" {
  name    = "a"
  enabled = false
  mode    = "Detection"
}
""",
            gives=WafPolicy("azurerm_cdn_frontdoor_firewall_policy.a", enabled=False, prevents=False),
        ),
    ],
)


FIREWALL_POLICY_FROM_TERRAFORM = Source(
    of=FirewallPolicy,
    each=Block("azurerm_firewall_policy"),
    reads={
        FirewallPolicy.threats: "not_null(threat_intelligence_mode, 'Alert')",
        FirewallPolicy.premium: "lower(not_null(sku, 'Standard')) == 'premium'",
        FirewallPolicy.intrusions: "not_null(intrusion_detection[0].mode, 'Off')",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_firewall_policy" "a" {
  name = "a"
}
""",
            gives=FirewallPolicy("azurerm_firewall_policy.a", threats="Alert", premium=False, intrusions="Off"),
        ),
        Shown(
            text="""
resource "azurerm_firewall_policy" "a" {
  name                     = "a"
  sku                      = "Premium"
  threat_intelligence_mode = "Deny"
  intrusion_detection {
    mode = "Deny"
  }
}
""",
            gives=FirewallPolicy("azurerm_firewall_policy.a", threats="Deny", premium=True, intrusions="Deny"),
        ),
    ],
)


FRONTDOOR_FROM_TERRAFORM = Source(
    of=FrontDoor,
    each=Block("azurerm_frontdoor"),
    reads={
        FrontDoor.hosts: "not_null(backend_pool, `[]`)[].not_null(backend, `[]`)[].address",
        FrontDoor.has_waf: "length(not_null(frontend_endpoint, `[]`)[?!web_application_firewall_policy_link_id]) == `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_frontdoor" "a" {
  name = "a"
  frontend_endpoint {
    name      = "web"
    host_name = "shop.example"
  }
}
""",
            gives=FrontDoor("azurerm_frontdoor.a", has_waf=False),
        ),
        Shown(
            text="""
resource "azurerm_frontdoor" "a" {
  name = "a"
  frontend_endpoint {
    name                                    = "web"
    host_name                               = "shop.example"
    web_application_firewall_policy_link_id = "policy"
  }
}
""",
            gives=FrontDoor("azurerm_frontdoor.a", has_waf=True),
        ),
        Shown(
            text="""
resource "azurerm_linux_web_app" "w" {
  name = "web"
}

resource "azurerm_frontdoor" "a" {
  name = "a"
  backend_pool {
    name = "web"
    backend {
      address     = azurerm_linux_web_app.w.default_hostname
      host_header = azurerm_linux_web_app.w.default_hostname
      http_port   = 80
      https_port  = 443
    }
  }
}
""",
            gives=FrontDoor("azurerm_frontdoor.a", hosts=frozenset({"azurerm_linux_web_app.w"})),
        ),
    ],
)


ORIGIN_FROM_TERRAFORM = Source(
    of=FrontDoorOrigin,
    each=Block("azurerm_cdn_frontdoor_origin"),
    reads={FrontDoorOrigin.hosts: "host_name", FrontDoorOrigin.enabled: "flag(not_null(enabled, `true`))"},
    shows=[
        Shown(
            text="""
resource "azurerm_linux_web_app" "w" {
  name = "web"
}

resource "azurerm_cdn_frontdoor_origin" "a" {
  name      = "a"
  host_name = azurerm_linux_web_app.w.default_hostname
}
""",
            gives=FrontDoorOrigin(
                "azurerm_cdn_frontdoor_origin.a", hosts=frozenset({"azurerm_linux_web_app.w"}), enabled=True
            ),
        ),
    ],
)
