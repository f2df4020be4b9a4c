"""Azure application gateways, Front Door, and their firewalls."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class ApplicationGateway(Asset, kind="azure.network.application-gateway"):
    """A load balancer for HTTP."""

    has_waf = Flag("A web application firewall looks at requests.")


class WafPolicy(Asset, kind="azure.network.waf-policy"):
    """What a web application firewall looks for, and what it does then."""

    enabled = Flag("It is on.")
    prevents = Flag("It stops requests that look like attacks; otherwise it only logs them.")


class FirewallPolicy(Asset, kind="azure.network.firewall-policy"):
    """What an Azure Firewall lets through."""

    threats = Text("What becomes of traffic with addresses that are known to be bad: Off, Alert or Deny.")
    premium = Flag("It is for a firewall that can look for intrusions.")
    intrusions = Text("What becomes of traffic that looks like an intrusion: Off, Alert or Deny.")


class FrontDoor(Asset, kind="azure.network.front-door"):
    """Leads visitors from anywhere in the world to an application."""

    has_waf = Flag("A web application firewall looks at requests to every host.")


FROM_TERRAFORM = Source(
    of=ApplicationGateway,
    each=Block("azurerm_application_gateway"),
    reads={
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
    ],
)
