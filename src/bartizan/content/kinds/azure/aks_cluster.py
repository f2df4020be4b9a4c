"""Azure Kubernetes Service clusters and node pools."""

from bartizan.content.kinds.azure.monitor_diagnostic_setting import CATEGORIES, SETTINGS
from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.endpoint import Endpoint, Runner
from bartizan.core.kind import Flag, Link, Many, Text
from bartizan.core.source import Beside, Block, First, Inverse, OwnerLink, Shown, Source


class Cluster(
    Resource,
    Endpoint,
    kind="azure.aks.cluster",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.ContainerService/managedClusters/{name}",
):
    """A Kubernetes cluster whose control plane is Microsoft's."""

    name = Text("Its name.")
    private = Flag("Its API server has no public address.")
    limited = Flag("Only certain addresses reach its API server.")
    uses_rbac = Flag("Kubernetes decides by roles who may do what.")
    local_accounts = Flag("A certificate that Entra ID knows nothing of lets in its administrators.")
    network_policy = Flag("Network policies are enforced.")
    logged = Flag("Logs go to Azure Monitor.")
    azure_policy = Flag("Azure Policy looks after what is run in it.")
    dashboard = Flag("The old dashboard or the ingress for trials is installed.")
    own_key = Flag("Disks of its nodes and pods are encrypted with a key of the customer.")
    upgrades = Flag("Kubernetes is upgraded by itself.")
    workload_identity = Flag("Pods have identities of their own in Entra ID.")
    authorized = Many("Addresses that reach its API server, where only certain ones do.")


class NodePool(Runner, kind="azure.aks.node-pool"):
    """Nodes of a cluster that are alike."""

    cluster = Link(Cluster, "The cluster they are part of.")
    public_ips = Flag("Every node has a public address.")
    host_encrypted = Flag("Disks of nodes are encrypted on their host too.")
    subnets = Link(Subnet, "The subnet its nodes are in; none is seen where Azure makes the network.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("azurerm_kubernetes_cluster"),
    names=("name",),
    reads={
        Cluster.authorized: "not_null(api_server_access_profile[0].authorized_ip_ranges, api_server_authorized_ip_ranges, `[]`)",
        Cluster.resource_group: "resource_group_name",
        Cluster.identity: Inverse(AttachedIdentity.holder),
        Cluster.name: "name",
        Cluster.private: "flag(not_null(private_cluster_enabled, `false`))",
        Cluster.limited: "length(not_null(api_server_access_profile[0].authorized_ip_ranges, api_server_authorized_ip_ranges, `[]`)) > `0` && !contains(not_null(api_server_access_profile[0].authorized_ip_ranges, api_server_authorized_ip_ranges, `[]`), '0.0.0.0/0')",
        Cluster.uses_rbac: "flag(not_null(role_based_access_control_enabled, role_based_access_control[0].enabled, `true`))",
        Cluster.local_accounts: "!(flag(not_null(local_account_disabled, `false`)))",
        Cluster.network_policy: "network_profile[0].network_policy != `null`",
        Cluster.logged: First(
            "length(not_null(oms_agent, `[]`)) > `0` || flag(addon_profile[0].oms_agent[0].enabled) || `null`",
            Beside(
                types=SETTINGS,
                on="target_resource_id",
                read=f"{CATEGORIES} | contains(@, 'kube-audit') || contains(@, 'kube-audit-admin') || contains(@, 'audit') || contains(@, 'allLogs')",
                all=True,
                none=False,
            ),
        ),
        Cluster.azure_policy: "flag(not_null(azure_policy_enabled, addon_profile[0].azure_policy[0].enabled, `false`))",
        Cluster.dashboard: "flag(not_null(addon_profile[0].kube_dashboard[0].enabled, `false`)) || flag(not_null(http_application_routing_enabled, addon_profile[0].http_application_routing[0].enabled, `false`))",
        Cluster.own_key: "disk_encryption_set_id != `null`",
        Cluster.upgrades: "!contains(['', 'none'], lower(not_null(automatic_upgrade_channel, automatic_channel_upgrade, 'none')))",
        Cluster.workload_identity: "flag(not_null(workload_identity_enabled, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_kubernetes_cluster" "a" {
  resource_group_name = "shop"
  name = "shop"
  default_node_pool {
    name = "default"
  }
}
""",
            gives=Cluster(
                "azurerm_kubernetes_cluster.a",
                resource_group="shop",
                name="shop",
                private=False,
                limited=False,
                uses_rbac=True,
                local_accounts=True,
                network_policy=False,
                logged=False,
                azure_policy=False,
                dashboard=False,
                own_key=False,
                upgrades=False,
                workload_identity=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_kubernetes_cluster" "a" {
  name                              = "shop"
  private_cluster_enabled           = true
  role_based_access_control_enabled = false
  local_account_disabled            = true
  azure_policy_enabled              = true
  http_application_routing_enabled  = true
  disk_encryption_set_id            = "set"
  automatic_upgrade_channel         = "stable"
  workload_identity_enabled         = true
  api_server_access_profile {
    authorized_ip_ranges = ["203.0.113.0/24"]
  }
  default_node_pool {
    name = "default"
  }
  network_profile {
    network_plugin = "azure"
    network_policy = "calico"
  }
}

resource "azurerm_monitor_diagnostic_setting" "d" {
  name               = "d"
  target_resource_id = azurerm_kubernetes_cluster.a.id
  enabled_log {
    category = "kube-audit"
  }
}
""",
            gives=Cluster(
                "azurerm_kubernetes_cluster.a",
                name="shop",
                private=True,
                limited=True,
                uses_rbac=False,
                local_accounts=False,
                network_policy=True,
                logged=True,
                azure_policy=True,
                dashboard=True,
                own_key=True,
                upgrades=True,
                workload_identity=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_kubernetes_cluster" "a" {
  name = "a"
  api_server_access_profile {
    authorized_ip_ranges = ["203.0.113.0/24"]
  }
}
""",
            gives=Cluster("azurerm_kubernetes_cluster.a", authorized=frozenset({"203.0.113.0/24"})),
        ),
    ],
)


POOL_FROM_TERRAFORM = Source(
    of=NodePool,
    each=Block("azurerm_kubernetes_cluster_node_pool"),
    reads={
        NodePool.subnets: "vnet_subnet_id",
        NodePool.cluster: "kubernetes_cluster_id",
        NodePool.public_ips: "flag(not_null(node_public_ip_enabled, enable_node_public_ip, `false`))",
        NodePool.host_encrypted: "flag(not_null(host_encryption_enabled, enable_host_encryption, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_kubernetes_cluster_node_pool" "a" {
  name                  = "a"
  kubernetes_cluster_id = "other"
}
""",
            gives=NodePool("azurerm_kubernetes_cluster_node_pool.a", public_ips=False, host_encrypted=False),
        ),
        Shown(
            text="""
resource "azurerm_kubernetes_cluster" "c" {
  name = "c"
}

resource "azurerm_kubernetes_cluster_node_pool" "a" {
  name                    = "a"
  kubernetes_cluster_id   = azurerm_kubernetes_cluster.c.id
  node_public_ip_enabled  = true
  host_encryption_enabled = true
}
""",
            gives=NodePool(
                "azurerm_kubernetes_cluster_node_pool.a",
                cluster=frozenset({"azurerm_kubernetes_cluster.c"}),
                public_ips=True,
                host_encrypted=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_kubernetes_cluster_node_pool" "a" {
  name           = "a"
  vnet_subnet_id = azurerm_subnet.s.id
}
""",
            gives=NodePool("azurerm_kubernetes_cluster_node_pool.a", subnets=frozenset({"azurerm_subnet.s"})),
        ),
    ],
)


DEFAULT_POOL_FROM_TERRAFORM = Source(
    of=NodePool,
    each=Block("azurerm_kubernetes_cluster", each="default_node_pool"),
    reads={
        NodePool.subnets: "vnet_subnet_id",
        NodePool.cluster: OwnerLink(),
        NodePool.public_ips: "flag(not_null(node_public_ip_enabled, enable_node_public_ip, `false`))",
        NodePool.host_encrypted: "flag(not_null(host_encryption_enabled, enable_host_encryption, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_kubernetes_cluster" "c" {
  name = "c"
  default_node_pool {
    name = "default"
  }
}
""",
            gives=NodePool(
                "azurerm_kubernetes_cluster.c/default_node_pool/0",
                cluster=frozenset({"azurerm_kubernetes_cluster.c"}),
                public_ips=False,
                host_encrypted=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_kubernetes_cluster" "c" {
  name = "c"
  default_node_pool {
    name                   = "default"
    enable_node_public_ip  = true
    enable_host_encryption = true
  }
}
""",
            gives=NodePool(
                "azurerm_kubernetes_cluster.c/default_node_pool/0",
                cluster=frozenset({"azurerm_kubernetes_cluster.c"}),
                public_ips=True,
                host_encrypted=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_kubernetes_cluster" "c" {
  name = "c"
  default_node_pool {
    name           = "a"
    vnet_subnet_id = azurerm_subnet.s.id
  }
}
""",
            gives=NodePool("azurerm_kubernetes_cluster.c/default_node_pool/0", subnets=frozenset({"azurerm_subnet.s"})),
        ),
    ],
)
