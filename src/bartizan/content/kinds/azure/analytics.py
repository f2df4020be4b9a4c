"""Azure Data Factory, Synapse, Databricks and Data Explorer."""

from bartizan.content.kinds.azure.database import DatabaseServer
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class DataFactory(
    Resource,
    kind="azure.datafactory.factory",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.DataFactory/factories/{name}",
):
    """Moves data between stores."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")
    in_git = Flag("What it does is kept in a repository.")


class SynapseWorkspace(DatabaseServer, kind="azure.synapse.workspace"):
    """SQL and Spark on large data."""

    name = Text("Its name.")
    managed_network = Flag("What it runs is in a network that Azure looks after.")
    egress_limited = Flag("It reaches only resources of certain tenants.")
    own_key = Flag("It is encrypted with a key of the customer.")


class Databricks(DataStore, kind="azure.databricks.workspace"):
    """Spark on large data."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")
    clusters_public = Flag("Machines of its clusters have public addresses.")


class KustoCluster(DataStore, kind="azure.kusto.cluster"):
    """Searches logs and measurements."""

    name = Text("Its name.")
    disk_encrypted = Flag("Disks of its machines are encrypted.")
    doubly_encrypted = Flag("Its storage is encrypted a second time, with another key.")


FROM_TERRAFORM = Source(
    of=DataFactory,
    each=Block("azurerm_data_factory"),
    names=("name",),
    reads={
        DataFactory.resource_group: "resource_group_name",
        DataFactory.identity: Inverse(AttachedIdentity.holder),
        DataFactory.name: "name",
        DataFactory.public: "flag(not_null(public_network_enabled, `true`))",
        DataFactory.in_git: "length([github_configuration, vsts_configuration][]) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_data_factory" "a" {
  resource_group_name = "shop"
  name = "shop"
}
""",
            gives=DataFactory("azurerm_data_factory.a", resource_group="shop", name="shop", public=True, in_git=False),
        ),
        Shown(
            text="""
resource "azurerm_data_factory" "a" {
  name                   = "shop"
  public_network_enabled = false
  github_configuration {
    repository_name = "shop"
  }
}
""",
            gives=DataFactory("azurerm_data_factory.a", name="shop", public=False, in_git=True),
        ),
    ],
)


SYNAPSEWORKSPACE_FROM_TERRAFORM = Source(
    of=SynapseWorkspace,
    each=Block("azurerm_synapse_workspace"),
    names=("name",),
    reads={
        SynapseWorkspace.subnets: "`[]`",
        SynapseWorkspace.tags: TAGS,
        SynapseWorkspace.name: "name",
        SynapseWorkspace.public: "flag(not_null(public_network_access_enabled, `true`))",
        SynapseWorkspace.literal_password: "literal(sql_administrator_login_password)",
        SynapseWorkspace.managed_network: "flag(not_null(managed_virtual_network_enabled, `false`))",
        SynapseWorkspace.egress_limited: "flag(not_null(data_exfiltration_protection_enabled, `false`))",
        SynapseWorkspace.own_key: "length(not_null(customer_managed_key, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_synapse_workspace" "a" {
  name = "shop"
}
""",
            gives=SynapseWorkspace(
                "azurerm_synapse_workspace.a",
                name="shop",
                public=True,
                literal_password=False,
                managed_network=False,
                egress_limited=False,
                own_key=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_synapse_workspace" "a" {
  name                                 = "shop"
  public_network_access_enabled        = false
  sql_administrator_login_password     = "hunter2"
  managed_virtual_network_enabled      = true
  data_exfiltration_protection_enabled = true
  customer_managed_key {
    key_versionless_id = "k"
  }
}
""",
            gives=SynapseWorkspace(
                "azurerm_synapse_workspace.a",
                name="shop",
                public=False,
                literal_password=True,
                managed_network=True,
                egress_limited=True,
                own_key=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_synapse_workspace" "a" {
  name = "plain"
}
""",
            gives=SynapseWorkspace("azurerm_synapse_workspace.a", subnets=frozenset()),
        ),
    ],
)


DATABRICKS_FROM_TERRAFORM = Source(
    of=Databricks,
    each=Block("azurerm_databricks_workspace"),
    names=("name",),
    reads={
        Databricks.tags: TAGS,
        Databricks.name: "name",
        Databricks.public: "flag(not_null(public_network_access_enabled, `true`))",
        Databricks.clusters_public: "!(flag(not_null(custom_parameters[0].no_public_ip, `true`)))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_databricks_workspace" "a" {
  name = "shop"
}
""",
            gives=Databricks(
                "azurerm_databricks_workspace.a", name="shop", public=True, clusters_public=False, tags=frozenset()
            ),
        ),
        Shown(
            text="""
resource "azurerm_databricks_workspace" "a" {
  name                          = "shop"
  public_network_access_enabled = false
  custom_parameters {
    no_public_ip = false
  }
}
""",
            gives=Databricks("azurerm_databricks_workspace.a", name="shop", public=False, clusters_public=True),
        ),
    ],
)


KUSTO_FROM_TERRAFORM = Source(
    of=KustoCluster,
    each=Block("azurerm_kusto_cluster"),
    names=("name",),
    reads={
        KustoCluster.tags: TAGS,
        KustoCluster.name: "name",
        KustoCluster.disk_encrypted: "flag(not_null(disk_encryption_enabled, enable_disk_encryption, `false`))",
        KustoCluster.doubly_encrypted: "flag(not_null(double_encryption_enabled, enable_double_encryption, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_kusto_cluster" "a" {
  name = "shop"
}
""",
            gives=KustoCluster(
                "azurerm_kusto_cluster.a", name="shop", disk_encrypted=False, doubly_encrypted=False, tags=frozenset()
            ),
        ),
        Shown(
            text="""
resource "azurerm_kusto_cluster" "a" {
  name                      = "shop"
  disk_encryption_enabled   = true
  double_encryption_enabled = true
}
""",
            gives=KustoCluster("azurerm_kusto_cluster.a", name="shop", disk_encrypted=True, doubly_encrypted=True),
        ),
    ],
)
