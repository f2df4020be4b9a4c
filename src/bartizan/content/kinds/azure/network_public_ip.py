"""Azure public addresses."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class PublicIp(Asset, kind="azure.network.public-ip"):
    """An address on the Internet."""

    name = Text("Its name.")
    ddos_protected = Flag("It is protected from floods of traffic by a plan of its own.")
    sku = Text("basic or standard, in small letters; none where it is not written: it hangs on the provider's version.")


PUBLICIP_FROM_TERRAFORM = Source(
    of=PublicIp,
    each=Block("azurerm_public_ip"),
    names=("name",),
    reads={
        PublicIp.name: "name",
        PublicIp.ddos_protected: "not_null(ddos_protection_mode, 'VirtualNetworkInherited') == 'Enabled'",
        PublicIp.sku: "lower(sku)",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_public_ip" "a" {
  name              = "web"
  allocation_method = "Static"
}
""",
            gives=PublicIp("azurerm_public_ip.a", name="web", ddos_protected=False, sku=None),
        ),
        Shown(
            text="""
resource "azurerm_public_ip" "a" {
  name                 = "web"
  allocation_method    = "Static"
  ddos_protection_mode = "Enabled"
  sku                  = "Standard"
}
""",
            gives=PublicIp("azurerm_public_ip.a", name="web", ddos_protected=True, sku="standard"),
        ),
    ],
)
