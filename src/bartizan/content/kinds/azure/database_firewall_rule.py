"""Firewall rules of Azure database servers."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class FirewallRule(Asset, kind="azure.database.firewall-rule"):
    """Addresses that may connect to a database server."""

    first = Text("The first address.")
    last = Text("The last address.")
    wide = Flag("The first half of the two addresses differs: it lets in more than one /16 network.")
    all_of_azure = Flag("It lets in everything that runs in Azure, also that of other customers.")


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
    ],
)
