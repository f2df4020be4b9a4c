"""Google Kubernetes Engine clusters and node pools."""

from bartizan.content.kinds.endpoint import Endpoint, Runner
from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.gcp.network import Network, Subnet
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class Cluster(
    Resource,
    Endpoint,
    kind="gcp.gke.cluster",
    identifier="//container.googleapis.com/projects/{project}/locations/{region}/clusters/{name}",
):
    """A managed Kubernetes cluster."""

    name = Text("Its name.")
    limited = Flag("Only certain addresses reach the control plane.")
    private_nodes = Flag("Nodes have no public addresses.")
    private_endpoint = Flag("The control plane has no public address.")
    legacy_abac = Flag("The old way of authorisation is on.")
    network_policy = Flag("Network policies are enforced.")
    logged = Flag("Logs go to Cloud Logging.")
    workload_identity = Flag("Workloads have cloud identities of their own.")
    secrets_encrypted = Flag("Secrets are encrypted with a key of the customer.")
    binary_authorization = Flag("Only images that were signed may run.")
    client_certificate = Flag("A certificate that cannot be revoked lets in.")
    release_channel = Flag("It is kept up to date by a release channel.")
    deletion_protected = Flag("Terraform refuses to delete it.")
    authorized = Many("Addresses that reach the control plane, where only certain ones do.")
    networks = Link(Network, "The network its nodes are in.")
    subnets = Link(Subnet, "The subnet its nodes are in.")
    default_network = Flag("Its nodes are in the network named default.")


class NodePool(Runner, kind="gcp.gke.node-pool"):
    """Nodes of a cluster that are alike."""

    cluster = Link(Cluster, "The cluster it is part of.")
    account = Link(ServiceAccount, "The service account it acts as; none is seen where it is a default one.")
    own_account = Flag("Nodes act as a service account made for them.")
    secure_boot = Flag("Nodes start only what is signed.")
    integrity = Flag("Changes of what nodes start are noticed.")
    upgrades = Flag("Nodes are upgraded by themselves.")
    repairs = Flag("Nodes that fail are replaced.")
    metadata_hidden = Flag("Workloads cannot ask the metadata server for the identity of the node.")
    network_tags = Many("Network tags of its nodes.")
    private = Flag("Its nodes have no public addresses, where it says so itself.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("google_container_cluster"),
    names=("name",),
    reads={
        Cluster.authorized: "not_null(master_authorized_networks_config, `[]`)[].not_null(cidr_blocks, `[]`)[].cidr_block",
        Cluster.networks: "network",
        Cluster.subnets: "subnetwork",
        Cluster.default_network: "network == `null` && subnetwork == `null` || literal(network) && network == 'default'",
        Cluster.name: "name",
        Cluster.project: "project",
        Cluster.limited: "length(not_null(master_authorized_networks_config, `[]`)) > `0` && !contains(not_null(master_authorized_networks_config[].cidr_blocks[].cidr_block, `[]`), '0.0.0.0/0')",
        Cluster.private_nodes: "flag(not_null(private_cluster_config[0].enable_private_nodes, `false`))",
        Cluster.private_endpoint: "flag(not_null(private_cluster_config[0].enable_private_endpoint, `false`))",
        Cluster.legacy_abac: "flag(not_null(enable_legacy_abac, `false`))",
        Cluster.network_policy: "flag(not_null(network_policy[0].enabled, `false`)) || not_null(datapath_provider, '') == 'ADVANCED_DATAPATH' || flag(not_null(enable_autopilot, `false`))",
        Cluster.logged: "not_null(logging_service, 'logging.googleapis.com/kubernetes') != 'none' && (logging_config == `null` || length(not_null(logging_config[0].enable_components, `[]`)) > `0`)",
        Cluster.workload_identity: "workload_identity_config[0].workload_pool != `null` || flag(not_null(enable_autopilot, `false`))",
        Cluster.secrets_encrypted: "database_encryption[0].state == 'ENCRYPTED'",
        Cluster.binary_authorization: "not_null(binary_authorization[0].evaluation_mode, 'DISABLED') != 'DISABLED'",
        Cluster.client_certificate: "flag(not_null(master_auth[0].client_certificate_config[0].issue_client_certificate, `false`))",
        Cluster.release_channel: "not_null(release_channel[0].channel, 'REGULAR') != 'UNSPECIFIED'",
        Cluster.deletion_protected: "flag(not_null(deletion_protection, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "google_container_cluster" "a" {
  name = "a"
}
""",
            gives=Cluster(
                "google_container_cluster.a",
                limited=False,
                private_nodes=False,
                private_endpoint=False,
                legacy_abac=False,
                network_policy=False,
                logged=True,
                workload_identity=False,
                secrets_encrypted=False,
                binary_authorization=False,
                client_certificate=False,
                release_channel=True,
                deletion_protected=True,
            ),
        ),
        Shown(
            text="""
resource "google_container_cluster" "a" {
  project = "shop"
  name                = "a"
  enable_legacy_abac  = true
  logging_service     = "none"
  deletion_protection = false
  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "10.0.0.0/8"
    }
  }
  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }
  network_policy {
    enabled = true
  }
  workload_identity_config {
    workload_pool = "shop.svc.id.goog"
  }
  database_encryption {
    state    = "ENCRYPTED"
    key_name = "k"
  }
  binary_authorization {
    evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
  }
  master_auth {
    client_certificate_config {
      issue_client_certificate = true
    }
  }
  release_channel {
    channel = "UNSPECIFIED"
  }
}
""",
            gives=Cluster(
                "google_container_cluster.a",
                name="a",
                project="shop",
                limited=True,
                private_nodes=True,
                private_endpoint=True,
                legacy_abac=True,
                network_policy=True,
                logged=False,
                workload_identity=True,
                secrets_encrypted=True,
                binary_authorization=True,
                client_certificate=True,
                release_channel=False,
                deletion_protected=False,
            ),
        ),
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_subnetwork" "s" {
  name          = "s"
  network       = google_compute_network.n.id
  ip_cidr_range = "10.0.0.0/24"
}

resource "google_container_cluster" "a" {
  name       = "a"
  network    = google_compute_network.n.id
  subnetwork = google_compute_subnetwork.s.id
  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "203.0.113.0/24"
    }
  }
}
""",
            gives=Cluster(
                "google_container_cluster.a",
                authorized=frozenset({"203.0.113.0/24"}),
                networks=frozenset({"google_compute_network.n"}),
                subnets=frozenset({"google_compute_subnetwork.s"}),
                default_network=False,
            ),
        ),
    ],
)


POOL_FROM_TERRAFORM = Source(
    of=NodePool,
    each=Block("google_container_node_pool"),
    reads={
        NodePool.network_tags: "not_null(node_config[0].tags, `[]`)",
        NodePool.private: "flag(network_config[0].enable_private_nodes)",
        NodePool.account: "node_config[0].service_account",
        NodePool.cluster: "cluster",
        NodePool.own_account: "node_config[0].service_account != `null` && node_config[0].service_account != 'default'",
        NodePool.secure_boot: "flag(not_null(node_config[0].shielded_instance_config[0].enable_secure_boot, `false`))",
        NodePool.integrity: "flag(not_null(node_config[0].shielded_instance_config[0].enable_integrity_monitoring, `true`))",
        NodePool.upgrades: "flag(not_null(management[0].auto_upgrade, `true`))",
        NodePool.repairs: "flag(not_null(management[0].auto_repair, `true`))",
        NodePool.metadata_hidden: "node_config[0].workload_metadata_config[0].mode == 'GKE_METADATA'",
    },
    shows=[
        Shown(
            text="""
resource "google_container_node_pool" "a" {
  cluster = "other"
}
""",
            gives=NodePool(
                "google_container_node_pool.a",
                own_account=False,
                secure_boot=False,
                integrity=True,
                upgrades=True,
                repairs=True,
                metadata_hidden=False,
            ),
        ),
        Shown(
            text="""
resource "google_container_cluster" "c" {
  name = "c"
}

resource "google_container_node_pool" "a" {
  cluster = google_container_cluster.c.id
  management {
    auto_upgrade = false
    auto_repair  = false
  }
  node_config {
    service_account = "nodes@shop.iam.gserviceaccount.com"
    shielded_instance_config {
      enable_secure_boot          = true
      enable_integrity_monitoring = false
    }
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
  }
}
""",
            gives=NodePool(
                "google_container_node_pool.a",
                cluster=frozenset({"google_container_cluster.c"}),
                own_account=True,
                secure_boot=True,
                integrity=False,
                upgrades=False,
                repairs=False,
                metadata_hidden=True,
            ),
        ),
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_container_node_pool" "a" {
  cluster = "other"
  node_config {
    service_account = google_service_account.web.email
  }
}
""",
            gives=NodePool("google_container_node_pool.a", account=frozenset({"google_service_account.web"})),
        ),
        Shown(
            text="""
resource "google_container_node_pool" "a" {
  cluster = "other"
  network_config {
    enable_private_nodes = true
  }
  node_config {
    tags = ["nodes"]
  }
}
""",
            gives=NodePool("google_container_node_pool.a", network_tags=frozenset({"nodes"}), private=True),
        ),
    ],
)
