"""Azure AI services, OpenAI included."""

from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Block, Shown, Source


class CognitiveAccount(Endpoint, kind="azure.cognitive.account"):
    """Models for language, speech and pictures, OpenAI's included."""

    name = Text("Its name.")
    variety = Text("OpenAI, AIServices, SpeechServices and so on.")
    public = Flag("It has an endpoint on the Internet, for every address.")
    local_keys = Flag("Keys of its own let callers in.")
    own_key = Flag("It is encrypted with a key of the customer.")
    egress_limited = Flag("It calls only certain hosts.")


FROM_TERRAFORM = Source(
    of=CognitiveAccount,
    each=Block("azurerm_cognitive_account", "azurerm_ai_services"),
    names=("name",),
    reads={
        CognitiveAccount.name: "name",
        CognitiveAccount.variety: "kind",
        CognitiveAccount.public: "!contains(['disabled', 'false'], lower(to_string(not_null(public_network_access_enabled, public_network_access, `true`)))) && lower(not_null(network_acls[0].default_action, 'Allow')) == 'allow'",
        CognitiveAccount.local_keys: "flag(not_null(local_auth_enabled, local_authentication_enabled, `true`))",
        CognitiveAccount.own_key: "length(not_null(customer_managed_key, `[]`)) > `0`",
        CognitiveAccount.egress_limited: "flag(not_null(outbound_network_access_restricted, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_cognitive_account" "a" {
  name = "shop"
  kind = "OpenAI"
}
""",
            gives=CognitiveAccount(
                "azurerm_cognitive_account.a",
                name="shop",
                variety="OpenAI",
                public=True,
                local_keys=True,
                own_key=False,
                egress_limited=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_cognitive_account" "a" {
  name                               = "shop"
  kind                               = "OpenAI"
  public_network_access_enabled      = false
  local_auth_enabled                 = false
  outbound_network_access_restricted = true
  customer_managed_key {
    key_vault_key_id = "https://shop.vault.azure.net/keys/data"
  }
}
""",
            gives=CognitiveAccount(
                "azurerm_cognitive_account.a",
                name="shop",
                variety="OpenAI",
                public=False,
                local_keys=False,
                own_key=True,
                egress_limited=True,
            ),
        ),
    ],
)
