"""Azure Cosmos DB accounts."""

from bartizan.content.kinds.azure.monitor_diagnostic_setting import PRIVATE_ENDPOINT
from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Flag, Link, Many, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class CosmosAccount(
    Resource,
    DataStore,
    Endpoint,
    kind="azure.cosmos.account",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.DocumentDB/databaseAccounts/{name}",
):
    """Databases of documents, graphs or tables."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")
    limited = Flag("Only certain addresses or networks may connect.")
    private_endpoint = Flag("A private endpoint leads to it.")
    local_keys = Flag("Whoever has one of its keys may do everything.")
    keys_change_metadata = Flag("Keys are good for creating and deleting databases too.")
    own_key = Flag("It is encrypted with a key of the customer.")
    allowed = Many("Addresses that may connect, where only certain ones may.")
    subnets = Link(Subnet, "Subnets that may connect.")


FROM_TERRAFORM = Source(
    of=CosmosAccount,
    each=Block("azurerm_cosmosdb_account"),
    names=("name",),
    reads={
        CosmosAccount.allowed: "type(ip_range_filter) == 'string' && split(ip_range_filter, ',') || ip_range_filter",
        CosmosAccount.subnets: "not_null(virtual_network_rule, `[]`)[].id",
        CosmosAccount.tags: TAGS,
        CosmosAccount.resource_group: "resource_group_name",
        CosmosAccount.identity: Inverse(AttachedIdentity.holder),
        CosmosAccount.name: "name",
        CosmosAccount.public: "flag(not_null(public_network_access_enabled, `true`))",
        CosmosAccount.limited: "(length(not_null(ip_range_filter, '')) > `0` && !contains(ip_range_filter, '0.0.0.0/0')) || (flag(not_null(is_virtual_network_filter_enabled, `false`)) && length(not_null(virtual_network_rule, `[]`)) > `0`)",
        CosmosAccount.private_endpoint: PRIVATE_ENDPOINT,
        CosmosAccount.local_keys: "!(flag(not_null(local_authentication_disabled, `false`))) && flag(not_null(local_authentication_enabled, `true`))",
        CosmosAccount.keys_change_metadata: "flag(not_null(access_key_metadata_writes_enabled, `true`))",
        CosmosAccount.own_key: "not_null(key_vault_key_id, managed_hsm_key_id) != `null`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_cosmosdb_account" "a" {
  resource_group_name = "shop"
  name = "shop"
}
""",
            gives=CosmosAccount(
                "azurerm_cosmosdb_account.a",
                resource_group="shop",
                name="shop",
                public=True,
                limited=False,
                private_endpoint=False,
                local_keys=True,
                keys_change_metadata=True,
                own_key=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_cosmosdb_account" "a" {
  name                               = "shop"
  public_network_access_enabled      = false
  ip_range_filter                    = ["203.0.113.7"]
  local_authentication_enabled       = false
  access_key_metadata_writes_enabled = false
  key_vault_key_id                   = "https://shop.vault.azure.net/keys/data"
}

resource "azurerm_private_endpoint" "p" {
  name = "p"
  private_service_connection {
    name                           = "p"
    private_connection_resource_id = azurerm_cosmosdb_account.a.id
  }
}
""",
            gives=CosmosAccount(
                "azurerm_cosmosdb_account.a",
                name="shop",
                public=False,
                limited=True,
                private_endpoint=True,
                local_keys=False,
                keys_change_metadata=False,
                own_key=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_cosmosdb_account" "a" {
  name            = "a"
  ip_range_filter = "203.0.113.0/24,198.51.100.7"
  virtual_network_rule {
    id = azurerm_subnet.s.id
  }
}
""",
            gives=CosmosAccount(
                "azurerm_cosmosdb_account.a",
                allowed=frozenset({"203.0.113.0/24", "198.51.100.7"}),
                subnets=frozenset({"azurerm_subnet.s"}),
            ),
        ),
    ],
)
