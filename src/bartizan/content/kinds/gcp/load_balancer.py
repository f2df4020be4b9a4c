"""Google Cloud load balancing."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class SslPolicy(Asset, kind="gcp.network.ssl-policy"):
    """Which TLS a load balancer speaks."""

    version = Text("The lowest TLS version.")
    profile = Text("COMPATIBLE, MODERN, RESTRICTED or CUSTOM.")


class BackendService(Asset, kind="gcp.network.backend-service"):
    """What a load balancer leads to."""

    logged = Flag("Requests are logged.")
    armoured = Flag("A security policy (Cloud Armor) stands before it.")


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
    ],
)
