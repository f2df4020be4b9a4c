"""How Terraform signs in to Azure."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class Provider(Asset, kind="azure.terraform.provider"):
    """Settings with which Terraform calls Azure."""

    literal_secret = Flag("A secret is written in the source.")
    subscription = Text("The id of the subscription it works in, where it is said.")


FROM_TERRAFORM = Source(
    of=Provider,
    each=Block("provider.azurerm", "provider.azuread", "provider.azapi"),
    reads={
        Provider.literal_secret: "literal(client_secret) || literal(client_certificate_password)",
        Provider.subscription: "subscription_id",
    },
    shows=[
        Shown(
            text="""
provider "azurerm" {
  subscription_id = "7a3f1c52-0000-4000-8000-00000000000a"
  features {}
}
""",
            gives=Provider(
                "provider.azurerm", literal_secret=False, subscription="7a3f1c52-0000-4000-8000-00000000000a"
            ),
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
