"""Google Cloud routes, peerings of networks, and the translation of addresses on the way out."""

from bartizan.content.kinds.gcp.network import Network, Subnet
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class Route(Asset, kind="gcp.network.route"):
    """Where packets for some addresses are sent."""

    network = Link(Network, "The network it is of.")
    prefix = Text("The addresses, as a CIDR block.")
    to_internet = Flag("They are sent to the Internet; otherwise to a machine, a tunnel or a load balancer.")
    network_tags = Many("Tags of the machines it is for; for all where there is none.")


class Peering(Asset, kind="gcp.network.peering"):
    """Joins a network to another one: half of it, for each has one to the other."""

    network = Link(Network, "The network it is of.")
    remote = Link(Network, "The other one.")


class Router(Asset, kind="gcp.network.router"):
    """What routes and the translation of addresses are made with, in one region of a network."""

    network = Link(Network, "The network it is of.")


class Nat(Asset, kind="gcp.network.nat"):
    """Lets machines without a public address open connections to the Internet."""

    router = Link(Router, "The router it is part of, which says for what network it is.")
    whole = Flag("It is for all subnets of its region.")
    subnets = Link(Subnet, "The subnets it is for, where it is not for all.")


FROM_TERRAFORM = Source(
    of=Route,
    each=Block("google_compute_route"),
    reads={
        Route.network: "network",
        Route.prefix: "dest_range",
        Route.to_internet: "next_hop_gateway != `null`",
        Route.network_tags: "not_null(tags, `[]`)",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_route" "a" {
  name             = "out"
  network          = google_compute_network.n.id
  dest_range       = "0.0.0.0/0"
  next_hop_gateway = "default-internet-gateway"
  tags             = ["web"]
}
""",
            gives=Route(
                "google_compute_route.a",
                network=frozenset({"google_compute_network.n"}),
                prefix="0.0.0.0/0",
                to_internet=True,
                network_tags=frozenset({"web"}),
            ),
        ),
    ],
)


PEERING_FROM_TERRAFORM = Source(
    of=Peering,
    each=Block("google_compute_network_peering"),
    reads={Peering.network: "network", Peering.remote: "peer_network"},
    shows=[
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_network" "o" {
  name = "o"
}

resource "google_compute_network_peering" "a" {
  name         = "office"
  network      = google_compute_network.n.id
  peer_network = google_compute_network.o.id
}
""",
            gives=Peering(
                "google_compute_network_peering.a",
                network=frozenset({"google_compute_network.n"}),
                remote=frozenset({"google_compute_network.o"}),
            ),
        ),
    ],
)


NAT_FROM_TERRAFORM = Source(
    of=Nat,
    each=Block("google_compute_router_nat"),
    reads={
        Nat.router: "router",
        Nat.whole: "starts_with(source_subnetwork_ip_ranges_to_nat, 'ALL_SUBNETWORKS')",
        Nat.subnets: "not_null(subnetwork, `[]`)[].name",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_subnetwork" "s" {
  name    = "s"
  network = google_compute_network.n.id
}

resource "google_compute_router" "r" {
  name    = "r"
  network = google_compute_network.n.id
}

resource "google_compute_router_nat" "a" {
  name                               = "out"
  router                             = google_compute_router.r.name
  source_subnetwork_ip_ranges_to_nat = "LIST_OF_SUBNETWORKS"
  subnetwork {
    name                    = google_compute_subnetwork.s.id
    source_ip_ranges_to_nat = ["ALL_IP_RANGES"]
  }
}
""",
            gives=Nat(
                "google_compute_router_nat.a",
                router=frozenset({"google_compute_router.r"}),
                whole=False,
                subnets=frozenset({"google_compute_subnetwork.s"}),
            ),
        ),
    ],
)


ROUTER_FROM_TERRAFORM = Source(
    of=Router,
    each=Block("google_compute_router"),
    names=("name",),
    reads={Router.network: "network"},
    shows=[
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_router" "a" {
  name    = "r"
  network = google_compute_network.n.id
}
""",
            gives=Router("google_compute_router.a", network=frozenset({"google_compute_network.n"})),
        ),
    ],
)
