"""Google Cloud networks, subnets and firewall rules."""

from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Network(Asset, kind="gcp.network.network"):
    """A private network."""

    name = Text("Its name.")
    automatic = Flag("A subnet is made in every region.")
    legacy = Flag("It is of the kind without subnets.")
    dns_logged = Flag("A DNS policy with logging covers it.")


class Subnet(Asset, kind="gcp.network.subnet"):
    """A part of a network, in one region."""

    network = Link(Network, "The network it is part of.")
    for_proxies = Flag("Only load balancers use it.")
    flow_logged = Flag("Connections are logged.")
    private_access = Flag("Google services are reached without a public address.")


class Firewall(Asset, kind="gcp.network.firewall"):
    """A firewall rule of a network."""

    name = Text("Its name.")
    network = Link(Network, "The network it is part of.")
    from_anywhere = Flag("It is on, and lets somebody in from any address.")
    opens_ssh = Flag("It lets everyone reach port 22.")
    opens_rdp = Flag("It lets everyone reach port 3389.")
    opens_all = Flag("It lets everyone reach every port.")
    opens_databases = Flag("It lets everyone reach a port of a database.")
    logged = Flag("What it matches is logged.")


FROM_TERRAFORM = Source(
    of=Network,
    each=Block("google_compute_network"),
    names=("name",),
    reads={
        Network.name: "name",
        Network.automatic: "flag(not_null(auto_create_subnetworks, `true`))",
        Network.legacy: "ipv4_range != `null`",
        Network.dns_logged: Beside(
            types="google_dns_policy",
            on="networks[].network_url",
            read="flag(not_null(enable_logging, `false`))",
            none=False,
        ),
    },
    shows=[
        Shown(
            text="""
resource "google_compute_network" "a" {
  name = "shop"
}
""",
            gives=Network("google_compute_network.a", name="shop", automatic=True, legacy=False, dns_logged=False),
        ),
        Shown(
            text="""
resource "google_compute_network" "a" {
  name                    = "shop"
  auto_create_subnetworks = false
  ipv4_range              = "10.0.0.0/8"
}

resource "google_dns_policy" "a" {
  name           = "logged"
  enable_logging = true
  networks {
    network_url = google_compute_network.a.id
  }
}
""",
            gives=Network("google_compute_network.a", name="shop", automatic=False, legacy=True, dns_logged=True),
        ),
    ],
)


SUBNET_FROM_TERRAFORM = Source(
    of=Subnet,
    each=Block("google_compute_subnetwork"),
    names=("name",),
    reads={
        Subnet.network: "network",
        Subnet.for_proxies: "contains(['REGIONAL_MANAGED_PROXY', 'GLOBAL_MANAGED_PROXY', 'INTERNAL_HTTPS_LOAD_BALANCER'], not_null(purpose, 'PRIVATE'))",
        Subnet.flow_logged: "length(not_null(log_config, `[]`)) > `0`",
        Subnet.private_access: "flag(not_null(private_ip_google_access, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_subnetwork" "a" {
  name          = "a"
  network       = "other"
  ip_cidr_range = "10.0.0.0/24"
}
""",
            gives=Subnet("google_compute_subnetwork.a", for_proxies=False, flow_logged=False, private_access=False),
        ),
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_subnetwork" "a" {
  name                     = "a"
  network                  = google_compute_network.n.id
  ip_cidr_range            = "10.0.0.0/24"
  purpose                  = "REGIONAL_MANAGED_PROXY"
  private_ip_google_access = true
  log_config {
    aggregation_interval = "INTERVAL_5_SEC"
  }
}
""",
            gives=Subnet(
                "google_compute_subnetwork.a",
                network=frozenset({"google_compute_network.n"}),
                for_proxies=True,
                flow_logged=True,
                private_access=True,
            ),
        ),
    ],
)


FIREWALL_FROM_TERRAFORM = Source(
    of=Firewall,
    each=Block("google_compute_firewall"),
    names=("name",),
    reads={
        Firewall.name: "name",
        Firewall.network: "network",
        Firewall.from_anywhere: "not_null(direction, 'INGRESS') == 'INGRESS' && !flag(not_null(disabled, `false`)) && (contains(not_null(source_ranges, `[]`), '0.0.0.0/0') || contains(not_null(source_ranges, `[]`), '::/0')) && length(not_null(allow, `[]`)) > `0`",
        Firewall.opens_ssh: "not_null(direction, 'INGRESS') == 'INGRESS' && !flag(not_null(disabled, `false`)) && (contains(not_null(source_ranges, `[]`), '0.0.0.0/0') || contains(not_null(source_ranges, `[]`), '::/0')) && length(not_null(allow, `[]`)[?contains(['all', 'tcp', '6'], lower(protocol)) && (!ports || port_in(ports, `22`))]) > `0`",
        Firewall.opens_rdp: "not_null(direction, 'INGRESS') == 'INGRESS' && !flag(not_null(disabled, `false`)) && (contains(not_null(source_ranges, `[]`), '0.0.0.0/0') || contains(not_null(source_ranges, `[]`), '::/0')) && length(not_null(allow, `[]`)[?contains(['all', 'tcp', '6'], lower(protocol)) && (!ports || port_in(ports, `3389`))]) > `0`",
        Firewall.opens_all: "not_null(direction, 'INGRESS') == 'INGRESS' && !flag(not_null(disabled, `false`)) && (contains(not_null(source_ranges, `[]`), '0.0.0.0/0') || contains(not_null(source_ranges, `[]`), '::/0')) && length(not_null(allow, `[]`)[?contains(['all', 'tcp', '6'], lower(protocol)) && (!ports || contains(ports, '0-65535') || contains(ports, '1-65535'))]) > `0`",
        Firewall.opens_databases: "not_null(direction, 'INGRESS') == 'INGRESS' && !flag(not_null(disabled, `false`)) && (contains(not_null(source_ranges, `[]`), '0.0.0.0/0') || contains(not_null(source_ranges, `[]`), '::/0')) && length(not_null(allow, `[]`)[?contains(['all', 'tcp', '6'], lower(protocol)) && (!ports || port_in(ports, `1433`, `1521`, `3306`, `5432`, `5984`, `6379`, `9042`, `9200`, `11211`, `27017`))]) > `0`",
        Firewall.logged: "length(not_null(log_config, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_firewall" "a" {
  name          = "web"
  network       = "other"
  source_ranges = ["10.0.0.0/8"]
  allow {
    protocol = "tcp"
    ports    = ["22", "3389", "5432"]
  }
}
""",
            gives=Firewall(
                "google_compute_firewall.a",
                name="web",
                from_anywhere=False,
                opens_ssh=False,
                opens_rdp=False,
                opens_all=False,
                opens_databases=False,
                logged=False,
            ),
        ),
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_firewall" "a" {
  name          = "all"
  network       = google_compute_network.n.name
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "all"
  }
  log_config {
    metadata = "INCLUDE_ALL_METADATA"
  }
}
""",
            gives=Firewall(
                "google_compute_firewall.a",
                name="all",
                network=frozenset({"google_compute_network.n"}),
                from_anywhere=True,
                opens_ssh=True,
                opens_rdp=True,
                opens_all=True,
                opens_databases=True,
                logged=True,
            ),
        ),
    ],
)
