"""Reach to services of Azure: databases, applications, accounts, clusters; who their own firewalls let connect."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.truth import Truth
from tests.app.network.azure_estate import BASE, DB, WEB, network, resource, web

YES, NO, MAYBE = Truth.YES, Truth.NO, Truth.UNKNOWN
NET = "internet"
SQL = resource("azurerm_mssql_server", "", "s")
SQL_ID, APP_ID, STORE_ID = "azurerm_mssql_server.s", "azurerm_linux_web_app.a", "azurerm_storage_account.a"


def firewalled(first: str, last: str) -> str:
    return resource(
        "azurerm_mssql_firewall_rule",
        f'server_id = azurerm_mssql_server.s.id\nstart_ip_address = "{first}"\nend_ip_address = "{last}"',
    )


def app(rules: str = "", more: str = "") -> str:
    return resource("azurerm_linux_web_app", f"site_config {{\n{rules}\n}}\n{more}")


OFFICE_ONLY = 'ip_restriction {\n ip_address = "203.0.113.0/24"\n priority = 100\n}\n'
SHUT = 'ip_restriction_default_action = "Deny"\n'
PRIVATE = resource(
    "azurerm_private_endpoint",
    'subnet_id = azurerm_subnet.data.id\nprivate_service_connection {\n name = "s"\n is_manual_connection = false\n'
    " private_connection_resource_id = azurerm_mssql_server.s.id\n}",
)
SERVICES = [
    ("a database server without firewall rules lets nobody connect", SQL, NET, SQL_ID, NO),
    (
        "one with a rule for every address lets everybody",
        SQL + firewalled("0.0.0.0", "255.255.255.255"),
        NET,
        SQL_ID,
        YES,
    ),
    (
        "one that is open to all of Azure may be open to whoever is there",
        SQL + firewalled("0.0.0.0", "0.0.0.0"),
        NET,
        SQL_ID,
        MAYBE,
    ),
    ("a machine in Azure gets in by that rule", SQL + web() + firewalled("0.0.0.0", "0.0.0.0"), WEB, SQL_ID, YES),
    ("a rule for an office is not for everybody", SQL + firewalled("203.0.113.1", "203.0.113.9"), NET, SQL_ID, NO),
    ("the office gets in", SQL + firewalled("203.0.113.1", "203.0.113.9"), "203.0.113.4", SQL_ID, YES),
    (
        "one without public access is not reached whatever its rules say",
        SQL.replace("\n}", "\npublic_network_access_enabled = false\n}") + firewalled("0.0.0.0", "255.255.255.255"),
        NET,
        SQL_ID,
        NO,
    ),
    ("a private endpoint leads to it from the network", SQL + web() + PRIVATE, WEB, SQL_ID, YES),
    (
        "a rule for a subnet lets its machines in",
        SQL
        + web()
        + resource(
            "azurerm_mssql_virtual_network_rule",
            "server_id = azurerm_mssql_server.s.id\nsubnet_id = azurerm_subnet.web.id",
        ),
        WEB,
        SQL_ID,
        YES,
    ),
    (
        "and not those of another",
        SQL
        + resource(
            "azurerm_mssql_virtual_network_rule",
            "server_id = azurerm_mssql_server.s.id\nsubnet_id = azurerm_subnet.web.id",
        ),
        DB,
        SQL_ID,
        NO,
    ),
    ("an application is open where nothing is written", app(), NET, APP_ID, YES),
    ("an application that denies by default lets only those of its rules in", app(OFFICE_ONLY + SHUT), NET, APP_ID, NO),
    ("they get in", app(OFFICE_ONLY + SHUT), "203.0.113.7", APP_ID, YES),
    ("a rule without a default may leave it open", app(OFFICE_ONLY), NET, APP_ID, MAYBE),
    (
        "a denial with a larger number comes too late for them",
        app(OFFICE_ONLY + 'ip_restriction {\n ip_address = "0.0.0.0/0"\n action = "Deny"\n priority = 200\n}\n' + SHUT),
        "203.0.113.7",
        APP_ID,
        YES,
    ),
    (
        "a denial with a smaller number stops them",
        app(OFFICE_ONLY + 'ip_restriction {\n ip_address = "0.0.0.0/0"\n action = "Deny"\n priority = 50\n}\n' + SHUT),
        "203.0.113.7",
        APP_ID,
        NO,
    ),
    ("an application without public access is shut", app("", "public_network_access_enabled = false"), NET, APP_ID, NO),
    (
        "an application that is joined to a network reaches its machines",
        app("", "virtual_network_subnet_id = azurerm_subnet.web.id"),
        APP_ID,
        DB,
        YES,
    ),
    ("one that is not joined reaches none", app(), APP_ID, DB, NO),
    (
        "Front Door leads to an application that lets only it in",
        app('ip_restriction {\n service_tag = "AzureFrontDoor.Backend"\n}\n' + SHUT)
        + resource("azurerm_cdn_frontdoor_origin", "host_name = azurerm_linux_web_app.a.default_hostname", "o"),
        NET,
        APP_ID,
        YES,
    ),
    ("a storage account is open where nothing is written", resource("azurerm_storage_account", ""), NET, STORE_ID, YES),
    (
        "one whose rules deny by default is shut",
        resource("azurerm_storage_account", 'network_rules {\n default_action = "Deny"\n}'),
        NET,
        STORE_ID,
        NO,
    ),
    (
        "a vault is open to the addresses it names",
        resource(
            "azurerm_key_vault",
            'network_acls {\n default_action = "Deny"\n bypass = "None"\n ip_rules = ["203.0.113.0/24"]\n}',
        ),
        "203.0.113.0/25",
        "azurerm_key_vault.a",
        YES,
    ),
    (
        "a cluster's API server is open where nothing is written",
        resource("azurerm_kubernetes_cluster", ""),
        NET,
        "azurerm_kubernetes_cluster.a",
        YES,
    ),
    (
        "authorized ranges shut it for others",
        resource(
            "azurerm_kubernetes_cluster", 'api_server_access_profile {\n authorized_ip_ranges = ["203.0.113.0/24"]\n}'
        ),
        NET,
        "azurerm_kubernetes_cluster.a",
        NO,
    ),
    (
        "a private cluster has no address on the Internet",
        resource("azurerm_kubernetes_cluster", "private_cluster_enabled = true"),
        NET,
        "azurerm_kubernetes_cluster.a",
        NO,
    ),
    (
        "its nodes reach machines in their network",
        resource(
            "azurerm_kubernetes_cluster", 'default_node_pool {\n name = "d"\n vnet_subnet_id = azurerm_subnet.web.id\n}'
        ),
        "azurerm_kubernetes_cluster.a/default_node_pool/0",
        DB,
        YES,
    ),
    (
        "the Internet does not reach nodes with addresses of their own",
        resource(
            "azurerm_kubernetes_cluster",
            'default_node_pool {\n name = "d"\n node_public_ip_enabled = true\n'
            " vnet_subnet_id = azurerm_subnet.web.id\n}",
        ),
        NET,
        "azurerm_kubernetes_cluster.a/default_node_pool/0",
        NO,
    ),
    (
        "a container group listens on its ports",
        resource("azurerm_container_group", 'container {\n name = "c"\n image = "i"\n ports {\n port = 80\n }\n}'),
        NET,
        "azurerm_container_group.a",
        YES,
    ),
    (
        "a cache without rules is open",
        resource("azurerm_redis_cache", ""),
        NET,
        "azurerm_redis_cache.a",
        YES,
    ),
]


@pytest.mark.parametrize(
    ("text", "source", "target", "truth"), [pytest.param(*case[1:], id=case[0]) for case in SERVICES]
)
def test_services(tmp_path: Path, text: str, source: str, target: str, truth: Truth) -> None:
    made, _ = network(tmp_path, BASE + text)

    found = made.reach(source, target)

    assert found.truth is truth, found


def test_the_grid_says_of_all_pairs_what_single_questions_say(tmp_path: Path) -> None:
    made, graph = network(tmp_path, BASE + web() + SQL + firewalled("0.0.0.0", "0.0.0.0") + app(OFFICE_ONLY) + PRIVATE)
    targets = [asset.id for asset in graph.of(Endpoint)]

    grid = made.grid(targets)

    for row, source in enumerate(made.sources()):
        for column, target in enumerate(targets):
            assert grid.at(row, column) == made.reach(source, target).truth, (source, target)
