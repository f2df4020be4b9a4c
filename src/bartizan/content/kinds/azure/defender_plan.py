"""Microsoft Defender for Cloud: plans, settings and contacts."""

from bartizan.core.kind import Asset, Flag, Many, Text
from bartizan.core.source import Block, Shown, Source


class Plan(Asset, kind="azure.defender.plan"):
    """What Defender does for one kind of resources."""

    covers = Text("The kind of resources: VirtualMachines, StorageAccounts.")
    on = Flag("It is paid for, and so on.")
    extensions = Many("Extensions that are on.")


class Setting(Asset, kind="azure.defender.setting"):
    """Whether another service may use what Defender knows."""

    name = Text("MCAS, WDATP, Sentinel.")
    enabled = Flag("It may.")


class Contact(Asset, kind="azure.defender.contact"):
    """Who is told of alerts."""

    named = Flag("An address for mail and a telephone number are set.")
    alerted = Flag("Alerts are sent to it.")
    owners_alerted = Flag("Alerts are sent to the owners of the subscription.")


FROM_TERRAFORM = Source(
    of=Plan,
    each=Block("azurerm_security_center_subscription_pricing"),
    reads={
        Plan.covers: "not_null(resource_type, 'VirtualMachines')",
        Plan.on: "lower(tier) == 'standard'",
        Plan.extensions: "extension[].name",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_security_center_subscription_pricing" "a" {
  tier = "Free"
}
""",
            gives=Plan(
                "azurerm_security_center_subscription_pricing.a",
                covers="VirtualMachines",
                on=False,
                extensions=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_security_center_subscription_pricing" "a" {
  tier          = "Standard"
  resource_type = "Containers"
  extension {
    name = "AgentlessDiscoveryForKubernetes"
  }
}
""",
            gives=Plan(
                "azurerm_security_center_subscription_pricing.a",
                covers="Containers",
                on=True,
                extensions=frozenset({"AgentlessDiscoveryForKubernetes"}),
            ),
        ),
    ],
)


SETTING_FROM_TERRAFORM = Source(
    of=Setting,
    each=Block("azurerm_security_center_setting"),
    reads={
        Setting.name: "setting_name",
        Setting.enabled: "flag(enabled)",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_security_center_setting" "a" {
  setting_name = "MCAS"
  enabled      = false
}
""",
            gives=Setting("azurerm_security_center_setting.a", name="MCAS", enabled=False),
        ),
        Shown(
            text="""
resource "azurerm_security_center_setting" "a" {
  setting_name = "WDATP"
  enabled      = true
}
""",
            gives=Setting("azurerm_security_center_setting.a", name="WDATP", enabled=True),
        ),
    ],
)


CONTACT_FROM_TERRAFORM = Source(
    of=Contact,
    each=Block("azurerm_security_center_contact"),
    reads={
        Contact.named: "length(not_null(email, '')) > `0` && length(not_null(phone, '')) > `0`",
        Contact.alerted: "flag(alert_notifications)",
        Contact.owners_alerted: "flag(alerts_to_admins)",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_security_center_contact" "a" {
  name                = "a"
  email               = "security@shop.example"
  alert_notifications = false
  alerts_to_admins    = false
}
""",
            gives=Contact("azurerm_security_center_contact.a", named=False, alerted=False, owners_alerted=False),
        ),
        Shown(
            text="""
resource "azurerm_security_center_contact" "a" {
  name                = "a"
  email               = "security@shop.example"
  phone               = "+1-555-555-5555"
  alert_notifications = true
  alerts_to_admins    = true
}
""",
            gives=Contact("azurerm_security_center_contact.a", named=True, alerted=True, owners_alerted=True),
        ),
    ],
)
