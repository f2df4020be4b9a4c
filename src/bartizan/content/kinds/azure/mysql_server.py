"""Azure Database for MySQL, and for MariaDB."""

from bartizan.content.kinds.azure.database import DatabaseServer
from bartizan.content.kinds.azure.monitor_diagnostic_setting import PRIVATE_ENDPOINT
from bartizan.content.kinds.data_store import TAGS
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Beside, Block, Shown, Source


class MysqlServer(DatabaseServer, kind="azure.mysql.server"):
    """A MySQL or MariaDB server, flexible or single."""

    name = Text("Its name.")
    requires_tls = Flag("Connections without TLS are refused.")
    strong_tls = Flag("Connections need TLS 1.2 or later.")
    audited = Flag("The audit log is on.")
    audit_events = Text("What the audit log has, parted by commas; null for what the engine begins with.")
    geo_backup = Flag("Backups are kept in another region too.")
    private_endpoint = Flag("A private endpoint leads to it.")


FROM_TERRAFORM = Source(
    of=MysqlServer,
    each=Block("azurerm_mysql_flexible_server"),
    names=("name",),
    reads={
        MysqlServer.subnets: "delegated_subnet_id",
        MysqlServer.tags: TAGS,
        MysqlServer.name: "name",
        MysqlServer.public: "delegated_subnet_id == `null` && lower(not_null(public_network_access, 'Enabled')) == 'enabled'",
        MysqlServer.literal_password: "literal(administrator_password)",
        MysqlServer.requires_tls: Beside(
            types="azurerm_mysql_flexible_server_configuration",
            on="server_name",
            read="lower(not_null([?name=='require_secure_transport'].value | [0], 'ON')) == 'on'",
            all=True,
            none=True,
        ),
        MysqlServer.strong_tls: Beside(
            types="azurerm_mysql_flexible_server_configuration",
            on="server_name",
            read="!matches(not_null([?name=='tls_version'].value | [0], 'TLSv1.2'), '(?i)tlsv1([.]1)?(,|$)')",
            all=True,
            none=True,
        ),
        MysqlServer.audited: Beside(
            types="azurerm_mysql_flexible_server_configuration",
            on="server_name",
            read="lower(not_null([?name=='audit_log_enabled'].value | [0], 'OFF')) == 'on'",
            all=True,
            none=False,
        ),
        MysqlServer.audit_events: Beside(
            types="azurerm_mysql_flexible_server_configuration",
            on="server_name",
            read="upper([?name=='audit_log_events'].value | [0])",
            all=True,
            none=None,
        ),
        MysqlServer.geo_backup: "flag(not_null(geo_redundant_backup_enabled, `false`))",
        MysqlServer.private_endpoint: PRIVATE_ENDPOINT,
    },
    shows=[
        Shown(
            text="""
resource "azurerm_mysql_flexible_server" "a" {
  name    = "shop"
  version = "8.0.21"
}
""",
            gives=MysqlServer(
                "azurerm_mysql_flexible_server.a",
                name="shop",
                public=True,
                literal_password=False,
                requires_tls=True,
                strong_tls=True,
                audited=False,
                audit_events=None,
                geo_backup=False,
                private_endpoint=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_mysql_flexible_server" "a" {
  name                         = "shop"
  version                      = "8.0.21"
  administrator_password       = "hunter2"
  public_network_access        = "Disabled"
  geo_redundant_backup_enabled = true
}

resource "azurerm_mysql_flexible_server_configuration" "tls" {
  name        = "require_secure_transport"
  server_name = azurerm_mysql_flexible_server.a.name
  value       = "OFF"
}

resource "azurerm_mysql_flexible_server_configuration" "version" {
  name        = "tls_version"
  server_name = azurerm_mysql_flexible_server.a.name
  value       = "TLSv1.1,TLSv1.2"
}

resource "azurerm_mysql_flexible_server_configuration" "audit" {
  name        = "audit_log_enabled"
  server_name = azurerm_mysql_flexible_server.a.name
  value       = "ON"
}

resource "azurerm_mysql_flexible_server_configuration" "events" {
  name        = "audit_log_events"
  server_name = azurerm_mysql_flexible_server.a.name
  value       = "CONNECTION,DDL"
}

resource "azurerm_private_endpoint" "p" {
  name = "p"
  private_service_connection {
    name                           = "p"
    private_connection_resource_id = azurerm_mysql_flexible_server.a.id
  }
}
""",
            gives=MysqlServer(
                "azurerm_mysql_flexible_server.a",
                name="shop",
                public=False,
                literal_password=True,
                requires_tls=False,
                strong_tls=False,
                audited=True,
                audit_events="CONNECTION,DDL",
                geo_backup=True,
                private_endpoint=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_mysql_flexible_server" "a" {
  name                = "a"
  delegated_subnet_id = azurerm_subnet.s.id
}
""",
            gives=MysqlServer("azurerm_mysql_flexible_server.a", subnets=frozenset({"azurerm_subnet.s"})),
        ),
    ],
)


SINGLE_FROM_TERRAFORM = Source(
    of=MysqlServer,
    each=Block("azurerm_mysql_server", "azurerm_mariadb_server"),
    names=("name",),
    reads={
        MysqlServer.subnets: "`[]`",
        MysqlServer.tags: TAGS,
        MysqlServer.name: "name",
        MysqlServer.public: "flag(not_null(public_network_access_enabled, `true`))",
        MysqlServer.literal_password: "literal(administrator_login_password)",
        MysqlServer.requires_tls: "flag(ssl_enforcement_enabled)",
        MysqlServer.strong_tls: "contains(['TLS1_2', 'TLS1_3'], not_null(ssl_minimal_tls_version_enforced, 'TLS1_2'))",
        MysqlServer.audited: Beside(
            types=("azurerm_mysql_configuration", "azurerm_mariadb_configuration"),
            on="server_name",
            read="lower(not_null([?name=='audit_log_enabled'].value | [0], 'OFF')) == 'on'",
            all=True,
            none=False,
        ),
        MysqlServer.audit_events: Beside(
            types=("azurerm_mysql_configuration", "azurerm_mariadb_configuration"),
            on="server_name",
            read="upper([?name=='audit_log_events'].value | [0])",
            all=True,
            none=None,
        ),
        MysqlServer.geo_backup: "flag(not_null(geo_redundant_backup_enabled, `false`))",
        MysqlServer.private_endpoint: PRIVATE_ENDPOINT,
    },
    shows=[
        Shown(
            text="""
resource "azurerm_mysql_server" "a" {
  name                    = "shop"
  version                 = "8.0"
  ssl_enforcement_enabled = true
}
""",
            gives=MysqlServer(
                "azurerm_mysql_server.a",
                name="shop",
                public=True,
                literal_password=False,
                requires_tls=True,
                strong_tls=True,
                audited=False,
                audit_events=None,
                geo_backup=False,
                private_endpoint=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_mysql_server" "a" {
  name                             = "shop"
  version                          = "8.0"
  administrator_login_password     = "hunter2"
  public_network_access_enabled    = false
  ssl_enforcement_enabled          = false
  ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
  geo_redundant_backup_enabled     = true
}

resource "azurerm_mysql_configuration" "audit" {
  name        = "audit_log_enabled"
  server_name = azurerm_mysql_server.a.name
  value       = "ON"
}

resource "azurerm_mysql_configuration" "events" {
  name        = "audit_log_events"
  server_name = azurerm_mysql_server.a.name
  value       = "CONNECTION,DDL"
}

resource "azurerm_private_endpoint" "p" {
  name = "p"
  private_service_connection {
    name                           = "p"
    private_connection_resource_id = azurerm_mysql_server.a.id
  }
}
""",
            gives=MysqlServer(
                "azurerm_mysql_server.a",
                name="shop",
                public=False,
                literal_password=True,
                requires_tls=False,
                strong_tls=False,
                audited=True,
                audit_events="CONNECTION,DDL",
                geo_backup=True,
                private_endpoint=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_mysql_server" "a" {
  name = "plain"
}
""",
            gives=MysqlServer("azurerm_mysql_server.a", subnets=frozenset()),
        ),
    ],
)
