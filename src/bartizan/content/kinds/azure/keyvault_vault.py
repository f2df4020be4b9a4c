"""Azure Key Vault: vaults, and the keys and secrets in them."""

from bartizan.content.kinds.azure.monitor_diagnostic_setting import CATEGORIES, PRIVATE_ENDPOINT, SETTINGS
from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Beside, Block, Inverse, Shown, Source


class Vault(
    Resource,
    DataStore,
    Endpoint,
    kind="azure.keyvault.vault",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.KeyVault/vaults/{name}",
):
    """Where keys, secrets and certificates are kept."""

    name = Text("Its name.")
    purge_protected = Flag("What is deleted is kept for a time, and nobody can cut that short.")
    public_network = Flag("It has an endpoint on the Internet.")
    default_action = Text("What becomes of addresses that no rule names: Allow or Deny.")
    private_endpoint = Flag("A private endpoint leads to it.")
    uses_rbac = Flag("Role assignments decide who may use what is in it, not a list of its own.")
    logged = Flag("What is done with its keys and secrets is logged.")
    allowed = Many("Addresses that may connect, where only certain ones may.")
    subnets = Link(Subnet, "Subnets that may connect.")


class Key(Asset, kind="azure.keyvault.key"):
    """A key whose private part does not leave the vault."""

    vault = Link(Vault, "The vault it is in.")
    type = Text("EC, EC-HSM, RSA or RSA-HSM.")
    expires = Flag("It cannot be used after a certain day.")
    rotates = Flag("New versions of it are made by themselves.")


class Secret(DataStore, kind="azure.keyvault.secret"):
    """A password, token or the like that programs read."""

    vault = Link(Vault, "The vault it is in.")
    expires = Flag("It cannot be used after a certain day.")
    literal = Flag("Its value is written in the source.")
    typed = Flag("It is said what it is.")


FROM_TERRAFORM = Source(
    of=Vault,
    each=Block("azurerm_key_vault"),
    names=("name",),
    reads={
        Vault.allowed: "not_null(network_acls[0].ip_rules, `[]`)",
        Vault.subnets: "not_null(network_acls[0].virtual_network_subnet_ids, `[]`)",
        Vault.tags: TAGS,
        Vault.resource_group: "resource_group_name",
        Vault.identity: Inverse(AttachedIdentity.holder),
        Vault.name: "name",
        Vault.purge_protected: "flag(not_null(purge_protection_enabled, `false`)) && flag(not_null(soft_delete_enabled, `true`))",
        Vault.public_network: "flag(not_null(public_network_access_enabled, `true`))",
        Vault.default_action: "not_null(network_acls[0].default_action, 'Allow')",
        Vault.private_endpoint: PRIVATE_ENDPOINT,
        Vault.uses_rbac: "flag(not_null(rbac_authorization_enabled, enable_rbac_authorization, `false`))",
        Vault.logged: Beside(
            types=SETTINGS,
            on="target_resource_id",
            read=f"{CATEGORIES} | contains(@, 'AuditEvent') || contains(@, 'audit') || contains(@, 'allLogs')",
            all=True,
            none=False,
        ),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_key_vault" "a" {
  resource_group_name = "shop"
  name = "shop"
}
""",
            gives=Vault(
                "azurerm_key_vault.a",
                resource_group="shop",
                name="shop",
                purge_protected=False,
                public_network=True,
                default_action="Allow",
                private_endpoint=False,
                uses_rbac=False,
                logged=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_key_vault" "a" {
  name                          = "shop"
  purge_protection_enabled      = true
  public_network_access_enabled = false
  rbac_authorization_enabled    = true
  network_acls {
    bypass         = "AzureServices"
    default_action = "Deny"
  }
}

resource "azurerm_private_endpoint" "p" {
  name = "p"
  private_service_connection {
    name                           = "p"
    private_connection_resource_id = azurerm_key_vault.a.id
  }
}

resource "azurerm_monitor_diagnostic_setting" "d" {
  name               = "d"
  target_resource_id = azurerm_key_vault.a.id
  enabled_log {
    category = "AuditEvent"
  }
}
""",
            gives=Vault(
                "azurerm_key_vault.a",
                name="shop",
                purge_protected=True,
                public_network=False,
                default_action="Deny",
                private_endpoint=True,
                uses_rbac=True,
                logged=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_key_vault" "a" {
  name = "a"
  network_acls {
    default_action             = "Deny"
    bypass                     = "None"
    ip_rules                   = ["203.0.113.0/24"]
    virtual_network_subnet_ids = [azurerm_subnet.s.id]
  }
}
""",
            gives=Vault(
                "azurerm_key_vault.a",
                allowed=frozenset({"203.0.113.0/24"}),
                subnets=frozenset({"azurerm_subnet.s"}),
            ),
        ),
    ],
)


KEY_FROM_TERRAFORM = Source(
    of=Key,
    each=Block("azurerm_key_vault_key"),
    reads={
        Key.vault: "key_vault_id",
        Key.type: "key_type",
        Key.expires: "expiration_date != `null` || rotation_policy[0].expire_after != `null`",
        Key.rotates: "length(not_null(rotation_policy[].automatic[], `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_key_vault_key" "a" {
  name         = "data"
  key_vault_id = "other"
  key_type     = "RSA"
}
""",
            gives=Key("azurerm_key_vault_key.a", type="RSA", expires=False, rotates=False),
        ),
        Shown(
            text="""
resource "azurerm_key_vault" "v" {
  name = "shop"
}

resource "azurerm_key_vault_key" "a" {
  name            = "data"
  key_vault_id    = azurerm_key_vault.v.id
  key_type        = "RSA-HSM"
  expiration_date = "2030-01-01T00:00:00Z"
  rotation_policy {
    automatic {
      time_before_expiry = "P30D"
    }
  }
}
""",
            gives=Key(
                "azurerm_key_vault_key.a",
                vault=frozenset({"azurerm_key_vault.v"}),
                type="RSA-HSM",
                expires=True,
                rotates=True,
            ),
        ),
    ],
)


SECRET_FROM_TERRAFORM = Source(
    of=Secret,
    each=Block("azurerm_key_vault_secret"),
    reads={
        Secret.tags: TAGS,
        Secret.vault: "key_vault_id",
        Secret.expires: "expiration_date != `null`",
        Secret.literal: "literal(value)",
        Secret.typed: "content_type != `null`",
    },
    shows=[
        Shown(
            text="""
resource "random_password" "p" {
  length = 20
}

resource "azurerm_key_vault_secret" "a" {
  name         = "db"
  key_vault_id = "other"
  value        = random_password.p.result
}
""",
            gives=Secret("azurerm_key_vault_secret.a", expires=False, literal=False, typed=False, tags=frozenset()),
        ),
        Shown(
            text="""
resource "azurerm_key_vault" "v" {
  name = "shop"
}

resource "azurerm_key_vault_secret" "a" {
  name            = "db"
  key_vault_id    = azurerm_key_vault.v.id
  value           = "hunter2"
  content_type    = "password"
  expiration_date = "2030-01-01T00:00:00Z"
}
""",
            gives=Secret(
                "azurerm_key_vault_secret.a",
                vault=frozenset({"azurerm_key_vault.v"}),
                expires=True,
                literal=True,
                typed=True,
            ),
        ),
    ],
)
