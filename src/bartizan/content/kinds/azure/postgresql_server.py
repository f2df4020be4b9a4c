"""Azure Database for PostgreSQL: servers and their parameters."""

from bartizan.content.kinds.azure.database import DatabaseServer
from bartizan.content.kinds.azure.monitor_diagnostic_setting import PRIVATE_ENDPOINT
from bartizan.content.kinds.data_store import TAGS
from bartizan.core.kind import Asset, Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, Fixed, Shown, Source, Unseen


class PostgresServer(DatabaseServer, kind="azure.postgresql.server"):
    """A PostgreSQL server, flexible or single."""

    name = Text("Its name.")
    single = Flag("It is a Single Server, the older offer.")
    requires_tls = Flag("Connections without TLS are refused.")
    strong_tls = Flag("Connections need TLS 1.2 or later.")
    doubly_encrypted = Flag("The hardware encrypts it a second time, with another key.")
    watched = Flag("Attacks on it are looked for.")
    geo_backup = Flag("Backups are kept in another region too.")
    private_endpoint = Flag("A private endpoint leads to it.")


class PostgresParameter(Asset, kind="azure.postgresql.parameter"):
    """A parameter of a PostgreSQL server that is set to something."""

    server = Link(PostgresServer, "The server it is for.")
    name = Text("Its name: log_checkpoints.")
    value = Text("Its value, in small letters.")
    number = Number("Its value, where that is a number.")


FROM_TERRAFORM = Source(
    of=PostgresServer,
    each=Block("azurerm_postgresql_flexible_server"),
    names=("name",),
    reads={
        PostgresServer.subnets: "delegated_subnet_id",
        PostgresServer.tags: TAGS,
        PostgresServer.name: "name",
        PostgresServer.single: Fixed(False, "The type of the resource says so."),
        PostgresServer.public: "flag(not_null(public_network_access_enabled, `true`)) && delegated_subnet_id == `null`",
        PostgresServer.literal_password: "literal(administrator_password)",
        PostgresServer.requires_tls: Beside(
            types="azurerm_postgresql_flexible_server_configuration",
            on="server_id",
            read="lower(not_null([?name=='require_secure_transport'].value | [0], 'on')) == 'on'",
            all=True,
            none=True,
        ),
        PostgresServer.strong_tls: Beside(
            types="azurerm_postgresql_flexible_server_configuration",
            on="server_id",
            read="contains(['tlsv1.2', 'tlsv1.3'], lower(not_null([?name=='ssl_min_protocol_version'].value | [0], 'TLSv1.2')))",
            all=True,
            none=True,
        ),
        PostgresServer.doubly_encrypted: Unseen("Flexible servers do not have this choice."),
        PostgresServer.watched: Unseen("A setting of the subscription decides it."),
        PostgresServer.geo_backup: "flag(not_null(geo_redundant_backup_enabled, `false`))",
        PostgresServer.private_endpoint: PRIVATE_ENDPOINT,
    },
    shows=[
        Shown(
            text="""
resource "azurerm_postgresql_flexible_server" "a" {
  name    = "shop"
  version = "16"
}
""",
            gives=PostgresServer(
                "azurerm_postgresql_flexible_server.a",
                name="shop",
                single=False,
                public=True,
                literal_password=False,
                requires_tls=True,
                strong_tls=True,
                geo_backup=False,
                private_endpoint=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_postgresql_flexible_server" "a" {
  name                         = "shop"
  version                      = "16"
  administrator_password       = "hunter2"
  delegated_subnet_id          = "subnet"
  geo_redundant_backup_enabled = true
}

resource "azurerm_postgresql_flexible_server_configuration" "a" {
  name      = "require_secure_transport"
  server_id = azurerm_postgresql_flexible_server.a.id
  value     = "off"
}

resource "azurerm_postgresql_flexible_server_configuration" "b" {
  name      = "ssl_min_protocol_version"
  server_id = azurerm_postgresql_flexible_server.a.id
  value     = "TLSv1"
}

resource "azurerm_private_endpoint" "p" {
  name = "p"
  private_service_connection {
    name                           = "p"
    private_connection_resource_id = azurerm_postgresql_flexible_server.a.id
  }
}
""",
            gives=PostgresServer(
                "azurerm_postgresql_flexible_server.a",
                name="shop",
                single=False,
                public=False,
                literal_password=True,
                requires_tls=False,
                strong_tls=False,
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

resource "azurerm_postgresql_flexible_server" "a" {
  name                = "a"
  delegated_subnet_id = azurerm_subnet.s.id
}
""",
            gives=PostgresServer("azurerm_postgresql_flexible_server.a", subnets=frozenset({"azurerm_subnet.s"})),
        ),
    ],
)


SINGLE_FROM_TERRAFORM = Source(
    of=PostgresServer,
    each=Block("azurerm_postgresql_server"),
    names=("name",),
    reads={
        PostgresServer.subnets: "`[]`",
        PostgresServer.tags: TAGS,
        PostgresServer.name: "name",
        PostgresServer.single: Fixed(True, "The type of the resource says so."),
        PostgresServer.public: "flag(not_null(public_network_access_enabled, `true`))",
        PostgresServer.literal_password: "literal(administrator_login_password)",
        PostgresServer.requires_tls: "flag(ssl_enforcement_enabled)",
        PostgresServer.strong_tls: "contains(['TLS1_2', 'TLS1_3'], not_null(ssl_minimal_tls_version_enforced, 'TLS1_2'))",
        PostgresServer.doubly_encrypted: "flag(not_null(infrastructure_encryption_enabled, `false`))",
        PostgresServer.watched: "flag(not_null(threat_detection_policy[0].enabled, `false`))",
        PostgresServer.geo_backup: "flag(not_null(geo_redundant_backup_enabled, `false`))",
        PostgresServer.private_endpoint: PRIVATE_ENDPOINT,
    },
    shows=[
        Shown(
            text="""
resource "azurerm_postgresql_server" "a" {
  name                    = "shop"
  version                 = "11"
  ssl_enforcement_enabled = true
}
""",
            gives=PostgresServer(
                "azurerm_postgresql_server.a",
                name="shop",
                single=True,
                public=True,
                literal_password=False,
                requires_tls=True,
                strong_tls=True,
                doubly_encrypted=False,
                watched=False,
                geo_backup=False,
                private_endpoint=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_postgresql_server" "a" {
  name                              = "shop"
  version                           = "11"
  administrator_login_password      = "hunter2"
  public_network_access_enabled     = false
  ssl_enforcement_enabled           = false
  ssl_minimal_tls_version_enforced  = "TLS1_0"
  infrastructure_encryption_enabled = true
  geo_redundant_backup_enabled      = true
  threat_detection_policy {
    enabled = true
  }
}

resource "azurerm_private_endpoint" "p" {
  name = "p"
  private_service_connection {
    name                           = "p"
    private_connection_resource_id = azurerm_postgresql_server.a.id
  }
}
""",
            gives=PostgresServer(
                "azurerm_postgresql_server.a",
                name="shop",
                single=True,
                public=False,
                literal_password=True,
                requires_tls=False,
                strong_tls=False,
                doubly_encrypted=True,
                watched=True,
                geo_backup=True,
                private_endpoint=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_postgresql_server" "a" {
  name = "plain"
}
""",
            gives=PostgresServer("azurerm_postgresql_server.a", subnets=frozenset()),
        ),
    ],
)


PARAMETER_FROM_TERRAFORM = Source(
    of=PostgresParameter,
    each=Block("azurerm_postgresql_flexible_server_configuration", "azurerm_postgresql_configuration"),
    reads={
        PostgresParameter.server: "not_null(server_id, server_name)",
        PostgresParameter.name: "lower(name)",
        PostgresParameter.value: "lower(to_string(value))",
        PostgresParameter.number: "matches(to_string(value), '^[0-9]+$') && to_number(value) || `null`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_postgresql_configuration" "a" {
  name        = "log_checkpoints"
  server_name = "other"
  value       = "OFF"
}
""",
            gives=PostgresParameter(
                "azurerm_postgresql_configuration.a", name="log_checkpoints", value="off", number=None
            ),
        ),
        Shown(
            text="""
resource "azurerm_postgresql_flexible_server" "s" {
  name = "shop"
}

resource "azurerm_postgresql_flexible_server_configuration" "a" {
  name      = "logfiles.retention_days"
  server_id = azurerm_postgresql_flexible_server.s.id
  value     = "7"
}
""",
            gives=PostgresParameter(
                "azurerm_postgresql_flexible_server_configuration.a",
                server=frozenset({"azurerm_postgresql_flexible_server.s"}),
                name="logfiles.retention_days",
                value="7",
                number=7,
            ),
        ),
    ],
)
