"""Firewall rules of Azure database servers."""

from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class FirewallRule(Asset, kind="azure.database.firewall-rule"):
    """Addresses that may connect to a database server."""

    first = Text("The first address.")
    last = Text("The last address.")
    wide = Flag("The first half of the two addresses differs: it lets in more than one /16 network.")
    all_of_azure = Flag("It lets in everything that runs in Azure, also that of other customers.")
    servers = Link(Endpoint, "The server.")


class SubnetRule(Asset, kind="azure.database.subnet-rule"):
    """A subnet that may connect to a database server."""

    servers = Link(Endpoint, "The server.")
    subnets = Link(Subnet, "The subnet.")


SERVER = "not_null(server_id, server_name, synapse_workspace_id, redis_cache_name)"


FROM_TERRAFORM = Source(
    of=FirewallRule,
    each=Block(
        "azurerm_mssql_firewall_rule",
        "azurerm_sql_firewall_rule",
        "azurerm_mysql_firewall_rule",
        "azurerm_mysql_flexible_server_firewall_rule",
        "azurerm_postgresql_firewall_rule",
        "azurerm_postgresql_flexible_server_firewall_rule",
        "azurerm_mariadb_firewall_rule",
        "azurerm_synapse_firewall_rule",
        "azurerm_redis_firewall_rule",
    ),
    reads={
        FirewallRule.servers: SERVER,
        FirewallRule.first: "not_null(start_ip_address, start_ip)",
        FirewallRule.last: "not_null(end_ip_address, end_ip)",
        FirewallRule.wide: "split(not_null(start_ip_address, start_ip), '.')[:2] != split(not_null(end_ip_address, end_ip), '.')[:2]",
        FirewallRule.all_of_azure: "not_null(start_ip_address, start_ip) == '0.0.0.0' && not_null(end_ip_address, end_ip) == '0.0.0.0'",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_mssql_firewall_rule" "a" {
  name             = "a"
  server_id        = "s"
  start_ip_address = "203.0.113.7"
  end_ip_address   = "203.0.113.9"
}
""",
            gives=FirewallRule(
                "azurerm_mssql_firewall_rule.a", first="203.0.113.7", last="203.0.113.9", wide=False, all_of_azure=False
            ),
        ),
        Shown(
            text="""
resource "azurerm_postgresql_firewall_rule" "a" {
  name             = "a"
  server_name      = "s"
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}
""",
            gives=FirewallRule("azurerm_postgresql_firewall_rule.a", last="255.255.255.255", wide=True),
        ),
        Shown(
            text="""
resource "azurerm_mssql_server" "s" {
  name = "s"
}

resource "azurerm_mssql_firewall_rule" "a" {
  name             = "a"
  server_id        = azurerm_mssql_server.s.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}
""",
            gives=FirewallRule(
                "azurerm_mssql_firewall_rule.a", servers=frozenset({"azurerm_mssql_server.s"}), all_of_azure=True
            ),
        ),
    ],
)


SUBNET_FROM_TERRAFORM = Source(
    of=SubnetRule,
    each=Block(
        "azurerm_mssql_virtual_network_rule",
        "azurerm_sql_virtual_network_rule",
        "azurerm_mysql_virtual_network_rule",
        "azurerm_postgresql_virtual_network_rule",
        "azurerm_mariadb_virtual_network_rule",
    ),
    reads={SubnetRule.servers: SERVER, SubnetRule.subnets: "subnet_id"},
    shows=[
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_mssql_server" "s" {
  name = "s"
}

resource "azurerm_mssql_virtual_network_rule" "a" {
  name      = "a"
  server_id = azurerm_mssql_server.s.id
  subnet_id = azurerm_subnet.s.id
}
""",
            gives=SubnetRule(
                "azurerm_mssql_virtual_network_rule.a",
                servers=frozenset({"azurerm_mssql_server.s"}),
                subnets=frozenset({"azurerm_subnet.s"}),
            ),
        ),
    ],
)
