"""Azure SQL servers and their databases."""

from bartizan.content.kinds.azure.database import DatabaseServer
from bartizan.content.kinds.azure.monitor_diagnostic_setting import PRIVATE_ENDPOINT
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.core.kind import Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, First, Inverse, Shown, Source


class SqlServer(
    Resource,
    DatabaseServer,
    kind="azure.sql.server",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Sql/servers/{name}",
):
    """Holds SQL databases, with their log-ins and network rules."""

    name = Text("Its name.")
    strong_tls = Flag("Connections need TLS 1.2 or later.")
    audited = Flag("What is done in its databases is logged.")
    audit_days = Number("Days for which that log is kept in a storage account; 0 for ever.")
    entra_administrator = Flag("An administrator signs in with Entra ID.")
    entra_only = Flag("Nobody signs in with a password.")
    own_key = Flag("Its databases are encrypted with a key of the customer.")
    watched = Flag("Attacks on it are looked for.")
    private_endpoint = Flag("A private endpoint leads to it.")


class SqlDatabase(DataStore, kind="azure.sql.database"):
    """A database of an SQL server."""

    server = Link(SqlServer, "The server it is on.")
    encrypted = Flag("Its files, logs and backups are encrypted.")
    zone_redundant = Flag("It outlives the loss of a data centre.")


FROM_TERRAFORM = Source(
    of=SqlServer,
    each=Block("azurerm_mssql_server", "azurerm_sql_server"),
    names=("name",),
    reads={
        SqlServer.resource_group: "resource_group_name",
        SqlServer.identity: Inverse(AttachedIdentity.holder),
        SqlServer.subnets: "`[]`",
        SqlServer.tags: TAGS,
        SqlServer.name: "name",
        SqlServer.public: "flag(not_null(public_network_access_enabled, `true`))",
        SqlServer.literal_password: "literal(administrator_login_password)",
        SqlServer.strong_tls: "contains(['1.2', '1.3'], to_string(not_null(minimum_tls_version, '1.2')))",
        SqlServer.audited: First(
            "length(not_null(extended_auditing_policy, `[]`)) > `0` || `null`",
            Beside(
                types="azurerm_mssql_server_extended_auditing_policy",
                on="server_id",
                read="flag(not_null(enabled, `true`))",
                none=False,
            ),
        ),
        SqlServer.audit_days: First(
            "extended_auditing_policy[0].retention_in_days",
            Beside(
                types="azurerm_mssql_server_extended_auditing_policy",
                on="server_id",
                read="not_null(retention_in_days, `0`)",
                none=None,
            ),
        ),
        SqlServer.entra_administrator: First(
            "length(not_null(azuread_administrator, `[]`)) > `0` || `null`",
            Beside(
                types="azurerm_sql_active_directory_administrator",
                on="server_name",
                read="`true`",
                none=False,
            ),
        ),
        SqlServer.entra_only: "flag(not_null(azuread_administrator[0].azuread_authentication_only, `false`))",
        SqlServer.own_key: First(
            "transparent_data_encryption_key_vault_key_id != `null` || `null`",
            Beside(
                types="azurerm_mssql_server_transparent_data_encryption",
                on="server_id",
                read="not_null(key_vault_key_id, managed_hsm_key_id) != `null`",
                none=False,
            ),
        ),
        SqlServer.watched: First(
            "lower(threat_detection_policy[0].state) == 'enabled' || `null`",
            Beside(
                types=("azurerm_mssql_server_security_alert_policy"),
                on="server_name",
                read="lower(state) == 'enabled' && length(not_null(disabled_alerts, `[]`)) == `0`",
                none=False,
            ),
        ),
        SqlServer.private_endpoint: PRIVATE_ENDPOINT,
    },
    shows=[
        Shown(
            text="""
resource "azurerm_mssql_server" "a" {
  name    = "shop"
  version = "12.0"
}
""",
            gives=SqlServer(
                "azurerm_mssql_server.a",
                name="shop",
                public=True,
                literal_password=False,
                strong_tls=True,
                audited=False,
                audit_days=None,
                entra_administrator=False,
                entra_only=False,
                own_key=False,
                watched=False,
                private_endpoint=False,
                tags=frozenset(),
                resource_group=None,
                identity=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_mssql_server" "a" {
  name                                         = "shop"
  version                                      = "12.0"
  administrator_login_password                 = "hunter2"
  minimum_tls_version                          = "1.0"
  public_network_access_enabled                = false
  transparent_data_encryption_key_vault_key_id = "https://shop.vault.azure.net/keys/data"
  azuread_administrator {
    login_username              = "dba"
    azuread_authentication_only = true
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "a" {
  server_id         = azurerm_mssql_server.a.id
  retention_in_days = 90
}

resource "azurerm_mssql_server_security_alert_policy" "a" {
  server_name = azurerm_mssql_server.a.name
  state       = "Enabled"
}

resource "azurerm_private_endpoint" "p" {
  name = "p"
  private_service_connection {
    name                           = "p"
    private_connection_resource_id = azurerm_mssql_server.a.id
  }
}
""",
            gives=SqlServer(
                "azurerm_mssql_server.a",
                name="shop",
                public=False,
                literal_password=True,
                strong_tls=False,
                audited=True,
                audit_days=90,
                entra_administrator=True,
                entra_only=True,
                own_key=True,
                watched=True,
                private_endpoint=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_mssql_server" "a" {
  name = "plain"
}
""",
            gives=SqlServer("azurerm_mssql_server.a", subnets=frozenset()),
        ),
    ],
)


SQLDATABASE_FROM_TERRAFORM = Source(
    of=SqlDatabase,
    each=Block("azurerm_mssql_database"),
    reads={
        SqlDatabase.tags: TAGS,
        SqlDatabase.server: "server_id",
        SqlDatabase.encrypted: "flag(not_null(transparent_data_encryption_enabled, `true`))",
        SqlDatabase.zone_redundant: "flag(zone_redundant)",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_mssql_database" "a" {
  name      = "orders"
  server_id = "other"
}
""",
            gives=SqlDatabase("azurerm_mssql_database.a", encrypted=True, tags=frozenset()),
        ),
        Shown(
            text="""
resource "azurerm_mssql_server" "s" {
  name    = "shop"
  version = "12.0"
}

resource "azurerm_mssql_database" "a" {
  name                                = "orders"
  server_id                           = azurerm_mssql_server.s.id
  transparent_data_encryption_enabled = false
  zone_redundant                      = true
}
""",
            gives=SqlDatabase(
                "azurerm_mssql_database.a",
                server=frozenset({"azurerm_mssql_server.s"}),
                encrypted=False,
                zone_redundant=True,
            ),
        ),
    ],
)
