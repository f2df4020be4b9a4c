"""Azure Service Bus, Event Hubs and Event Grid."""

from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Block, Shown, Source


class MessagingNamespace(DataStore, Endpoint, kind="azure.messaging.namespace"):
    """Queues and topics of Service Bus, or event hubs."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet, for every address.")
    local_keys = Flag("Keys of its own let callers in.")
    strong_tls = Flag("Connections need TLS 1.2 or later.")
    own_key = Flag("It is encrypted with a key of the customer.")


class EventTopic(Endpoint, kind="azure.eventgrid.topic"):
    """Where events are sent to."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")
    local_keys = Flag("Keys of its own let callers in.")


FROM_TERRAFORM = Source(
    of=MessagingNamespace,
    each=Block("azurerm_servicebus_namespace", "azurerm_eventhub_namespace"),
    names=("name",),
    reads={
        MessagingNamespace.tags: TAGS,
        MessagingNamespace.name: "name",
        MessagingNamespace.public: "flag(not_null(public_network_access_enabled, `true`)) && !contains(not_null([network_rule_set, network_rulesets][][].default_action, `[]`), 'Deny')",
        MessagingNamespace.local_keys: "flag(not_null(local_auth_enabled, local_authentication_enabled, `true`))",
        MessagingNamespace.strong_tls: "contains(['1.2', '1.3'], to_string(not_null(minimum_tls_version, '1.2')))",
        MessagingNamespace.own_key: "length(not_null(customer_managed_key, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_servicebus_namespace" "a" {
  name = "shop"
}
""",
            gives=MessagingNamespace(
                "azurerm_servicebus_namespace.a",
                name="shop",
                public=True,
                local_keys=True,
                strong_tls=True,
                own_key=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_servicebus_namespace" "a" {
  name                          = "shop"
  public_network_access_enabled = false
  local_auth_enabled            = false
  minimum_tls_version           = "1.0"
  customer_managed_key {
    key_vault_key_id = "https://shop.vault.azure.net/keys/data"
  }
}
""",
            gives=MessagingNamespace(
                "azurerm_servicebus_namespace.a",
                name="shop",
                public=False,
                local_keys=False,
                strong_tls=False,
                own_key=True,
            ),
        ),
    ],
)


EVENTTOPIC_FROM_TERRAFORM = Source(
    of=EventTopic,
    each=Block("azurerm_eventgrid_topic", "azurerm_eventgrid_domain"),
    names=("name",),
    reads={
        EventTopic.name: "name",
        EventTopic.public: "flag(not_null(public_network_access_enabled, `true`))",
        EventTopic.local_keys: "flag(not_null(local_auth_enabled, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_eventgrid_topic" "a" {
  name = "shop"
}
""",
            gives=EventTopic("azurerm_eventgrid_topic.a", name="shop", public=True, local_keys=True),
        ),
        Shown(
            text="""
resource "azurerm_eventgrid_topic" "a" {
  name                          = "shop"
  public_network_access_enabled = false
  local_auth_enabled            = false
}
""",
            gives=EventTopic("azurerm_eventgrid_topic.a", name="shop", public=False, local_keys=False),
        ),
    ],
)
