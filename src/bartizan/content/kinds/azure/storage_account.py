"""Azure storage accounts and the containers in them."""

from bartizan.content.kinds.azure.keyvault_vault import Key
from bartizan.content.kinds.azure.monitor_diagnostic_setting import CATEGORIES, PRIVATE_ENDPOINT, SETTINGS
from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Flag, Link, Many, Number, Text
from bartizan.core.source import Beside, Block, First, Fixed, Inverse, Shown, Source


class Account(
    Resource,
    DataStore,
    Endpoint,
    kind="azure.storage.account",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Storage/storageAccounts/{name}",
):
    """Holds blobs, files, queues and tables under one name that is unique in the world."""

    name = Text("Its name.")
    variety = Text("Storage, StorageV2, BlobStorage, BlockBlobStorage or FileStorage.")
    containers = Link(lambda: Container, "The containers in it.")
    nested_public = Flag("Containers in it may be opened to everyone.")
    public_network = Flag("It has endpoints on the Internet.")
    default_action = Text("What becomes of addresses that no rule names: Allow or Deny.")
    trusts_services = Flag("Certain services of Azure pass its network rules.")
    private_endpoint = Flag("A private endpoint leads to it.")
    requires_tls = Flag("Requests without TLS are refused.")
    tls = Text("The lowest version of TLS that it speaks: TLS1_0, TLS1_1, TLS1_2, TLS1_3.")
    own_key = Flag("It is encrypted with a key of the customer.")
    key = Link(Key, "The key of the customer that encrypts it.")
    doubly_encrypted = Flag("The hardware encrypts it a second time, with another key.")
    shared_key = Flag("Whoever has its access key may do everything.")
    local_users = Flag("It has users of its own, for SFTP.")
    sas_expires = Flag("A policy limits how long shared access signatures are good.")
    cross_tenant = Flag("Its objects may be copied to accounts of other tenants by replication.")
    blob_days = Number("Days for which blobs that were deleted are kept; 0 when they are not.")
    container_days = Number("Days for which containers that were deleted are kept; 0 when they are not.")
    replication = Text("LRS, ZRS, GRS, RAGRS, GZRS or RAGZRS.")
    queue_logged = Flag("Reads, writes and deletions of queue messages are logged.")
    blob_logged = Flag("Reads, writes and deletions of blobs are logged.")
    table_logged = Flag("Reads, writes and deletions of table rows are logged.")
    allowed = Many("Addresses that may connect, where only certain ones may.")
    subnets = Link(Subnet, "Subnets that may connect.")


class Container(DataStore, kind="azure.storage.container"):
    """A set of blobs."""

    account = Link(Account, "The account it is in.")
    name = Text("Its name.")
    access = Text("What everyone may read: private for nothing, blob, or container for the list of blobs too.")


ABOUT = (
    "ends_with(target_resource_id, '/{0}Services/default') || ends_with(target_resource_id, '/{0}Services/default/')"
)
"""Whether a diagnostic setting is about one of the services of the account."""
ALL_LOGGED = (
    f"{CATEGORIES} | contains(@, 'audit') || contains(@, 'allLogs') || "
    "(contains(@, 'StorageRead') && contains(@, 'StorageWrite') && contains(@, 'StorageDelete'))"
)
ANALYTICS = (
    "flag(not_null({0}.read, `false`)) && flag(not_null({0}.write, `false`)) && flag(not_null({0}.delete, `false`))"
)
"""Whether the older logging of the queue service has all kinds of requests."""
BLOB_DAYS = (
    "length(not_null(blob_properties[0].{0}, `[]`)) > `0` && not_null(blob_properties[0].{0}[0].days, `7`) || `0`"
)
RULES = "azurerm_storage_account_network_rules"
RULES_ON = "not_null(storage_account_id, storage_account_name)"
KEYS = "azurerm_storage_account_customer_managed_key"


FROM_TERRAFORM = Source(
    of=Account,
    each=Block("azurerm_storage_account"),
    names=("name",),
    reads={
        Account.allowed: First("network_rules[0].ip_rules", Beside(types=RULES, on=RULES_ON, read="ip_rules"), "`[]`"),
        Account.subnets: First(
            "network_rules[0].virtual_network_subnet_ids",
            Beside(types=RULES, on=RULES_ON, read="virtual_network_subnet_ids"),
            "`[]`",
        ),
        Account.tags: TAGS,
        Account.resource_group: "resource_group_name",
        Account.identity: Inverse(AttachedIdentity.holder),
        Account.name: "name",
        Account.variety: "not_null(account_kind, 'StorageV2')",
        Account.containers: Inverse(Container.account),
        Account.nested_public: "flag(not_null(allow_nested_items_to_be_public, allow_blob_public_access))",
        Account.public_network: "flag(not_null(public_network_access_enabled, `true`))",
        Account.default_action: First(
            "network_rules[0].default_action",
            Beside(types=RULES, on=RULES_ON, read="default_action", none="Allow"),
        ),
        Account.trusts_services: First(
            "network_rules[0] && (network_rules[0].bypass == `null` || contains(network_rules[0].bypass, 'AzureServices'))",
            Beside(types=RULES, on=RULES_ON, read="bypass == `null` || contains(bypass, 'AzureServices')", none=True),
        ),
        Account.private_endpoint: PRIVATE_ENDPOINT,
        Account.requires_tls: "flag(not_null(https_traffic_only_enabled, enable_https_traffic_only, `true`))",
        Account.tls: "not_null(min_tls_version, 'TLS1_2')",
        Account.own_key: First(
            "length(not_null(customer_managed_key, `[]`)) > `0` || `null`",
            Beside(types=KEYS, on="storage_account_id", read="`true`", none=False),
        ),
        Account.key: First(
            "customer_managed_key[0].key_vault_key_id",
            Beside(types=KEYS, on="storage_account_id", read="key_vault_key_id"),
        ),
        Account.doubly_encrypted: "flag(not_null(infrastructure_encryption_enabled, `false`))",
        Account.shared_key: "flag(not_null(shared_access_key_enabled, `true`))",
        Account.local_users: "flag(not_null(sftp_enabled, `false`)) && flag(not_null(local_user_enabled, `true`))",
        Account.sas_expires: "length(not_null(sas_policy, `[]`)) > `0`",
        Account.cross_tenant: "flag(not_null(cross_tenant_replication_enabled, `false`))",
        Account.blob_days: BLOB_DAYS.format("delete_retention_policy"),
        Account.container_days: BLOB_DAYS.format("container_delete_retention_policy"),
        Account.replication: "account_replication_type",
        Account.queue_logged: First(
            f"{ANALYTICS.format('queue_properties[0].logging[0]')} || `null`",
            Beside(
                types="azurerm_storage_account_queue_properties",
                on="storage_account_id",
                read=f"{ANALYTICS.format('logging[0]')} || `null`",
            ),
            Beside(
                types=SETTINGS,
                on="target_resource_id",
                read=f"[?{ABOUT.format('queue')}] | {ALL_LOGGED}",
                all=True,
                none=False,
            ),
        ),
        Account.blob_logged: Beside(
            types=SETTINGS,
            on="target_resource_id",
            read=f"[?{ABOUT.format('blob')}] | {ALL_LOGGED}",
            all=True,
            none=False,
        ),
        Account.table_logged: Beside(
            types=SETTINGS,
            on="target_resource_id",
            read=f"[?{ABOUT.format('table')}] | {ALL_LOGGED}",
            all=True,
            none=False,
        ),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_storage_account" "a" {
  resource_group_name = "shop"
  name                     = "shop"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
""",
            gives=Account(
                "azurerm_storage_account.a",
                resource_group="shop",
                name="shop",
                variety="StorageV2",
                public_network=True,
                default_action="Allow",
                trusts_services=True,
                private_endpoint=False,
                requires_tls=True,
                tls="TLS1_2",
                own_key=False,
                key=frozenset(),
                doubly_encrypted=False,
                shared_key=True,
                local_users=False,
                sas_expires=False,
                cross_tenant=False,
                blob_days=0,
                container_days=0,
                replication="LRS",
                queue_logged=False,
                blob_logged=False,
                table_logged=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_key_vault_key" "k" {
  name     = "k"
  key_type = "RSA"
}

resource "azurerm_storage_account" "a" {
  name                              = "shop"
  account_tier                      = "Standard"
  account_kind                      = "Storage"
  account_replication_type          = "GZRS"
  allow_nested_items_to_be_public   = false
  public_network_access_enabled     = false
  https_traffic_only_enabled        = false
  min_tls_version                   = "TLS1_0"
  infrastructure_encryption_enabled = true
  shared_access_key_enabled         = false
  cross_tenant_replication_enabled  = true
  network_rules {
    default_action = "Deny"
    bypass         = ["None"]
  }
  customer_managed_key {
    key_vault_key_id = azurerm_key_vault_key.k.id
  }
  sas_policy {
    expiration_period = "00.02:00:00"
  }
  blob_properties {
    delete_retention_policy {}
    container_delete_retention_policy {
      days = 30
    }
  }
}

resource "azurerm_storage_container" "c" {
  name               = "c"
  storage_account_id = azurerm_storage_account.a.id
}

resource "azurerm_private_endpoint" "p" {
  name = "p"
  private_service_connection {
    name                           = "p"
    private_connection_resource_id = azurerm_storage_account.a.id
  }
}

resource "azurerm_monitor_diagnostic_setting" "blob" {
  name               = "blob"
  target_resource_id = "${azurerm_storage_account.a.id}/blobServices/default"
  enabled_log {
    category = "StorageRead"
  }
  enabled_log {
    category = "StorageWrite"
  }
  enabled_log {
    category = "StorageDelete"
  }
}

resource "azurerm_monitor_diagnostic_setting" "table" {
  name               = "table"
  target_resource_id = "${azurerm_storage_account.a.id}/tableServices/default"
  enabled_log {
    category_group = "audit"
  }
}

resource "azurerm_monitor_diagnostic_setting" "queue" {
  name               = "queue"
  target_resource_id = "${azurerm_storage_account.a.id}/queueServices/default"
  enabled_log {
    category = "StorageRead"
  }
  enabled_log {
    category = "StorageWrite"
  }
  enabled_log {
    category = "StorageDelete"
  }
}
""",
            gives=Account(
                "azurerm_storage_account.a",
                name="shop",
                variety="Storage",
                containers=frozenset({"azurerm_storage_container.c"}),
                nested_public=False,
                public_network=False,
                default_action="Deny",
                trusts_services=False,
                private_endpoint=True,
                requires_tls=False,
                tls="TLS1_0",
                own_key=True,
                key=frozenset({"azurerm_key_vault_key.k"}),
                doubly_encrypted=True,
                shared_key=False,
                sas_expires=True,
                cross_tenant=True,
                blob_days=7,
                container_days=30,
                replication="GZRS",
                queue_logged=True,
                blob_logged=True,
                table_logged=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_storage_account" "a" {
  name = "a"
  network_rules {
    default_action             = "Deny"
    ip_rules                   = ["203.0.113.0/24"]
    virtual_network_subnet_ids = [azurerm_subnet.s.id]
  }
}
""",
            gives=Account(
                "azurerm_storage_account.a",
                allowed=frozenset({"203.0.113.0/24"}),
                subnets=frozenset({"azurerm_subnet.s"}),
            ),
        ),
    ],
)


CONTAINER_FROM_TERRAFORM = Source(
    of=Container,
    each=Block("azurerm_storage_container"),
    reads={
        Container.tags: Fixed(None, "Containers have no tags: those of the account count."),
        Container.account: "not_null(storage_account_id, storage_account_name)",
        Container.name: "name",
        Container.access: "lower(not_null(container_access_type, 'private'))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_storage_container" "c" {
  name                 = "c"
  storage_account_name = "other"
}
""",
            gives=Container("azurerm_storage_container.c", name="c", access="private", tags=frozenset()),
        ),
        Shown(
            text="""
resource "azurerm_storage_account" "a" {
  name = "shop"
}

resource "azurerm_storage_container" "c" {
  name                  = "c"
  storage_account_name  = azurerm_storage_account.a.name
  container_access_type = "blob"
}
""",
            gives=Container(
                "azurerm_storage_container.c", account=frozenset({"azurerm_storage_account.a"}), name="c", access="blob"
            ),
        ),
    ],
)
