"""Google Cloud networks, subnets and firewall rules."""

from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Network(Asset, kind="gcp.network.network"):
    """A private network."""

    name = Text("Its name.")
    automatic = Flag("A subnet is made in every region.")
    legacy = Flag("It is of the kind without subnets.")
    dns_logged = Flag("A DNS policy with logging covers it.")
    default_routes = Flag("It was made with the route to the Internet that networks have by default.")
    policies_first = Flag("Its firewall policies come before its firewall rules; otherwise after them.")


class Subnet(Asset, kind="gcp.network.subnet"):
    """A part of a network, in one region."""

    network = Link(Network, "The network it is part of.")
    for_proxies = Flag("Only load balancers use it.")
    flow_logged = Flag("Connections are logged.")
    private_access = Flag("Google services are reached without a public address.")
    addresses = Many("Its addresses, as CIDR blocks, those for containers and the like among them.")


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
    enabled = Flag("It is on.")
    ingress = Flag("It is about what comes in; otherwise about what goes out.")
    default_network = Flag("It is of the network named default, which Google makes with each project.")
    priority = Number("Its place: those with smaller numbers come first; among equals, what stops traffic does.")
    allows = Many("Protocols and ports that it lets through, as tcp:22,80-90.")
    denies = Many("Protocols and ports that it stops.")
    sources = Many("Addresses of those who send.")
    source_tags = Many("Tags of machines that send.")
    source_accounts = Link(ServiceAccount, "Service accounts of machines that send.")
    destinations = Many("Addresses of those who receive.")
    target_tags = Many("Tags of the machines it is for.")
    target_accounts = Link(ServiceAccount, "Service accounts of the machines it is for.")


FROM_TERRAFORM = Source(
    of=Network,
    each=Block("google_compute_network"),
    names=("name",),
    reads={
        Network.default_routes: "!flag(not_null(delete_default_routes_on_create, `false`))",
        Network.policies_first: "network_firewall_policy_enforcement_order == 'BEFORE_CLASSIC_FIREWALL'",
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
        Shown(
            text="""
resource "google_compute_network" "a" {
  name                                      = "shop"
  delete_default_routes_on_create           = true
  network_firewall_policy_enforcement_order = "BEFORE_CLASSIC_FIREWALL"
}
""",
            gives=Network("google_compute_network.a", default_routes=False, policies_first=True),
        ),
    ],
)


SUBNET_FROM_TERRAFORM = Source(
    of=Subnet,
    each=Block("google_compute_subnetwork"),
    names=("name",),
    reads={
        Subnet.addresses: "[ip_cidr_range, not_null(secondary_ip_range, `[]`)[].ip_cidr_range][] | [?@]",
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
        Shown(
            text="""
resource "google_compute_subnetwork" "a" {
  name          = "web"
  network       = "other"
  ip_cidr_range = "10.0.0.0/24"
  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = "10.4.0.0/14"
  }
}
""",
            gives=Subnet("google_compute_subnetwork.a", addresses=frozenset({"10.0.0.0/24", "10.4.0.0/14"})),
        ),
    ],
)


FIREWALL_FROM_TERRAFORM = Source(
    of=Firewall,
    each=Block("google_compute_firewall"),
    names=("name",),
    reads={
        Firewall.enabled: "!flag(not_null(disabled, `false`))",
        Firewall.ingress: "not_null(direction, 'INGRESS') == 'INGRESS'",
        Firewall.default_network: "literal(network) && (network == 'default' || ends_with(network, '/networks/default'))",
        Firewall.priority: "not_null(priority, `1000`)",
        Firewall.allows: "not_null(allow, `[]`)[].join(':', [lower(protocol), join(',', not_null(ports, `[]`))])",
        Firewall.denies: "not_null(deny, `[]`)[].join(':', [lower(protocol), join(',', not_null(ports, `[]`))])",
        Firewall.sources: "not_null(source_ranges, `[]`)",
        Firewall.source_tags: "not_null(source_tags, `[]`)",
        Firewall.source_accounts: "source_service_accounts",
        Firewall.destinations: "not_null(destination_ranges, `[]`)",
        Firewall.target_tags: "not_null(target_tags, `[]`)",
        Firewall.target_accounts: "target_service_accounts",
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
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_service_account" "db" {
  account_id = "db"
}

resource "google_compute_firewall" "a" {
  name                    = "db"
  network                 = "default"
  priority                = 900
  source_service_accounts = [google_service_account.web.email]
  target_service_accounts = [google_service_account.db.email]
  allow {
    protocol = "tcp"
    ports    = ["5432", "6000-6010"]
  }
  allow {
    protocol = "icmp"
  }
}
""",
            gives=Firewall(
                "google_compute_firewall.a",
                enabled=True,
                ingress=True,
                default_network=True,
                priority=900,
                allows=frozenset({"tcp:5432,6000-6010", "icmp:"}),
                denies=frozenset(),
                sources=frozenset(),
                source_tags=frozenset(),
                source_accounts=frozenset({"google_service_account.web"}),
                target_accounts=frozenset({"google_service_account.db"}),
            ),
        ),
        Shown(
            text="""
resource "google_compute_firewall" "a" {
  name               = "out"
  network            = "other"
  direction          = "EGRESS"
  destination_ranges = ["0.0.0.0/0"]
  target_tags        = ["db"]
  disabled           = true
  deny {
    protocol = "all"
  }
}
""",
            gives=Firewall(
                "google_compute_firewall.a",
                enabled=False,
                ingress=False,
                default_network=False,
                priority=1000,
                allows=frozenset(),
                denies=frozenset({"all:"}),
                destinations=frozenset({"0.0.0.0/0"}),
                target_tags=frozenset({"db"}),
                target_accounts=frozenset(),
            ),
        ),
    ],
)
