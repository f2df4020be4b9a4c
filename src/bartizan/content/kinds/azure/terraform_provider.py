"""How Terraform signs in to Azure."""

from bartizan.core.kind import Asset, Flag
from bartizan.core.source import Block, Shown, Source


class Provider(Asset, kind="azure.terraform.provider"):
    """Settings with which Terraform calls Azure."""

    literal_secret = Flag("A secret is written in the source.")


FROM_TERRAFORM = Source(
    of=Provider,
    each=Block("provider.azurerm", "provider.azuread", "provider.azapi"),
    reads={
        Provider.literal_secret: "literal(client_secret) || literal(client_certificate_password)",
    },
    shows=[
        Shown(
            text="""
provider "azurerm" {
  features {}
}
""",
            gives=Provider("provider.azurerm", literal_secret=False),
        ),
        Shown(
            text="""
provider "azuread" {
  client_id     = "id"
  client_secret = "hunter2"
}
""",
            gives=Provider("provider.azuread", literal_secret=True),
        ),
    ],
)
