"""Google Cloud load balancing."""

from bartizan.content.kinds.endpoint import Endpoint
from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.content.kinds.gcp.instance_group import BackendGroup
from bartizan.content.kinds.gcp.network import Network, Subnet
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class SslPolicy(Asset, kind="gcp.network.ssl-policy"):
    """Which TLS a load balancer speaks."""

    version = Text("The lowest TLS version.")
    profile = Text("COMPATIBLE, MODERN, RESTRICTED or CUSTOM.")


class Behind(Asset):
    """Something that connections to a load balancer are led on to."""


class BackendService(Behind, kind="gcp.network.backend-service"):
    """What a load balancer leads to."""

    logged = Flag("Requests are logged.")
    armoured = Flag("A security policy (Cloud Armor) stands before it.")
    groups = Link(BackendGroup, "What it sends to.")
    protocol = Text("HTTP, HTTPS, HTTP2, TCP, UDP, SSL, GRPC or UNSPECIFIED.")
    port_name = Text("The name of the port it sends to.")
    asks_identity = Flag("Identity-Aware Proxy asks visitors who they are.")


class BackendBucket(Behind, kind="gcp.network.backend-bucket"):
    """A bucket that a load balancer hands out objects of."""

    bucket = Text("The name of the bucket.")


class TargetPool(Behind, kind="gcp.network.target-pool"):
    """Machines that connections are passed on to as they come, or one of them."""

    instances = Link(Instance, "The machines.")


class UrlMap(Behind, kind="gcp.network.url-map"):
    """Sends requests to services by host and path."""

    services = Link(Behind, "All that it sends requests to.")


class TargetProxy(Behind, kind="gcp.network.target-proxy"):
    """Takes connections of clients and opens others to what is behind."""

    leads_to = Link(Behind, "Its URL map, or its backend service.")


class ForwardingRule(Endpoint, kind="gcp.network.forwarding-rule"):
    """An address and ports that a load balancer listens on."""

    name = Text("Its name.")
    leads_to = Link(Behind, "What connections are led on to.")
    scheme = Text(
        "EXTERNAL, EXTERNAL_MANAGED, INTERNAL, INTERNAL_MANAGED or INTERNAL_SELF_MANAGED; empty for a service."
    )
    protocol = Text("Its protocol in small letters.")
    ports = Many("Ports and ranges of ports it listens on.")
    all_ports = Flag("It listens on every port.")
    networks = Link(Network, "The network it is in, where it is an internal one.")
    subnets = Link(Subnet, "The subnet it is in, where it is an internal one.")


FROM_TERRAFORM = Source(
    of=SslPolicy,
    each=Block("google_compute_ssl_policy", "google_compute_region_ssl_policy"),
    reads={
        SslPolicy.version: "not_null(min_tls_version, 'TLS_1_0')",
        SslPolicy.profile: "not_null(profile, 'COMPATIBLE')",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_ssl_policy" "a" {
  name = "a"
}
""",
            gives=SslPolicy("google_compute_ssl_policy.a", version="TLS_1_0", profile="COMPATIBLE"),
        ),
        Shown(
            text="""
resource "google_compute_ssl_policy" "a" {
  name            = "a"
  min_tls_version = "TLS_1_2"
  profile         = "MODERN"
}
""",
            gives=SslPolicy("google_compute_ssl_policy.a", version="TLS_1_2", profile="MODERN"),
        ),
    ],
)


BACKENDSERVICE_FROM_TERRAFORM = Source(
    of=BackendService,
    each=Block("google_compute_backend_service", "google_compute_region_backend_service"),
    reads={
        BackendService.groups: "not_null(backend, `[]`)[].group",
        BackendService.protocol: "not_null(protocol, 'HTTP')",
        BackendService.port_name: "not_null(port_name, 'http')",
        BackendService.asks_identity: "length(not_null(iap, `[]`)) > `0` && flag(not_null(iap[0].enabled, `true`))",
        BackendService.logged: "flag(not_null(log_config[0].enable, `false`)) && not_null(log_config[0].sample_rate, `1`) > `0`",
        BackendService.armoured: "security_policy != `null`",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_backend_service" "a" {
  name = "a"
}
""",
            gives=BackendService("google_compute_backend_service.a", logged=False, armoured=False),
        ),
        Shown(
            text="""
resource "google_compute_backend_service" "a" {
  name            = "a"
  security_policy = "armor"
  log_config {
    enable      = true
    sample_rate = 1
  }
}
""",
            gives=BackendService("google_compute_backend_service.a", logged=True, armoured=True),
        ),
        Shown(
            text="""
resource "google_compute_instance_group" "g" {
  name = "web"
}

resource "google_compute_backend_service" "a" {
  name      = "a"
  protocol  = "HTTPS"
  port_name = "web"
  backend {
    group = google_compute_instance_group.g.id
  }
  iap {
    enabled = true
  }
}
""",
            gives=BackendService(
                "google_compute_backend_service.a",
                groups=frozenset({"google_compute_instance_group.g"}),
                protocol="HTTPS",
                port_name="web",
                asks_identity=True,
            ),
        ),
    ],
)


BUCKET_FROM_TERRAFORM = Source(
    of=BackendBucket,
    each=Block("google_compute_backend_bucket"),
    names=("name",),
    reads={BackendBucket.bucket: "bucket_name"},
    shows=[
        Shown(
            text="""
resource "google_compute_backend_bucket" "a" {
  name        = "a"
  bucket_name = "pictures"
}
""",
            gives=BackendBucket("google_compute_backend_bucket.a", bucket="pictures"),
        ),
    ],
)


POOL_FROM_TERRAFORM = Source(
    of=TargetPool,
    each=Block("google_compute_target_pool", "google_compute_target_instance"),
    names=("name",),
    reads={TargetPool.instances: "[instances, instance][] | [?@]"},
    shows=[
        Shown(
            text="""
resource "google_compute_instance" "i" {
  name = "web"
}

resource "google_compute_target_pool" "a" {
  name      = "a"
  instances = [google_compute_instance.i.self_link]
}
""",
            gives=TargetPool("google_compute_target_pool.a", instances=frozenset({"google_compute_instance.i"})),
        ),
    ],
)


MAP_FROM_TERRAFORM = Source(
    of=UrlMap,
    each=Block("google_compute_url_map", "google_compute_region_url_map"),
    names=("name",),
    reads={
        UrlMap.services: "[default_service, not_null(path_matcher, `[]`)[].default_service, not_null(path_matcher, `[]`)[].not_null(path_rule, `[]`)[].service, not_null(path_matcher, `[]`)[].not_null(route_rules, `[]`)[].service][] | [?@]",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_backend_service" "b" {
  name = "b"
}

resource "google_compute_backend_service" "c" {
  name = "c"
}

resource "google_compute_url_map" "a" {
  name            = "a"
  default_service = google_compute_backend_service.b.id
  path_matcher {
    name            = "all"
    default_service = google_compute_backend_service.b.id
    path_rule {
      paths   = ["/c"]
      service = google_compute_backend_service.c.id
    }
  }
}
""",
            gives=UrlMap(
                "google_compute_url_map.a",
                services=frozenset({"google_compute_backend_service.b", "google_compute_backend_service.c"}),
            ),
        ),
    ],
)


PROXY_FROM_TERRAFORM = Source(
    of=TargetProxy,
    each=Block(
        "google_compute_target_http_proxy",
        "google_compute_target_https_proxy",
        "google_compute_target_grpc_proxy",
        "google_compute_target_ssl_proxy",
        "google_compute_target_tcp_proxy",
        "google_compute_region_target_http_proxy",
        "google_compute_region_target_https_proxy",
        "google_compute_region_target_tcp_proxy",
    ),
    names=("name",),
    reads={TargetProxy.leads_to: "[url_map, backend_service][] | [?@]"},
    shows=[
        Shown(
            text="""
resource "google_compute_url_map" "m" {
  name = "m"
}

resource "google_compute_target_https_proxy" "a" {
  name    = "a"
  url_map = google_compute_url_map.m.id
}
""",
            gives=TargetProxy("google_compute_target_https_proxy.a", leads_to=frozenset({"google_compute_url_map.m"})),
        ),
    ],
)


FORWARDING_FROM_TERRAFORM = Source(
    of=ForwardingRule,
    each=Block("google_compute_forwarding_rule", "google_compute_global_forwarding_rule"),
    names=("name",),
    reads={
        ForwardingRule.name: "name",
        ForwardingRule.leads_to: "[target, backend_service][] | [?@]",
        ForwardingRule.scheme: "not_null(load_balancing_scheme, 'EXTERNAL')",
        ForwardingRule.protocol: "lower(not_null(ip_protocol, 'TCP'))",
        ForwardingRule.ports: "[port_range, ports][] | [?@]",
        ForwardingRule.all_ports: "flag(not_null(all_ports, `false`))",
        ForwardingRule.networks: "network",
        ForwardingRule.subnets: "subnetwork",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_target_https_proxy" "p" {
  name = "p"
}

resource "google_compute_global_forwarding_rule" "a" {
  name       = "a"
  target     = google_compute_target_https_proxy.p.id
  port_range = "443"
}
""",
            gives=ForwardingRule(
                "google_compute_global_forwarding_rule.a",
                name="a",
                leads_to=frozenset({"google_compute_target_https_proxy.p"}),
                scheme="EXTERNAL",
                protocol="tcp",
                ports=frozenset({"443"}),
                all_ports=False,
                networks=frozenset(),
                subnets=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_region_backend_service" "b" {
  name = "b"
}

resource "google_compute_forwarding_rule" "a" {
  name                  = "a"
  load_balancing_scheme = "INTERNAL"
  backend_service       = google_compute_region_backend_service.b.id
  network               = google_compute_network.n.id
  all_ports             = true
}
""",
            gives=ForwardingRule(
                "google_compute_forwarding_rule.a",
                leads_to=frozenset({"google_compute_region_backend_service.b"}),
                scheme="INTERNAL",
                all_ports=True,
                networks=frozenset({"google_compute_network.n"}),
            ),
        ),
    ],
)
