"""Google Cloud DNS zones."""

from bartizan.core.kind import Asset, Flag, Many
from bartizan.core.source import Block, Shown, Source


class Zone(Asset, kind="gcp.dns.zone"):
    """The names of a domain."""

    public = Flag("The Internet can ask it.")
    signed = Flag("Its answers are signed.")
    algorithms = Many("Algorithms that sign.")


FROM_TERRAFORM = Source(
    of=Zone,
    each=Block("google_dns_managed_zone"),
    reads={
        Zone.public: "not_null(visibility, 'public') == 'public'",
        Zone.signed: "not_null(dnssec_config[0].state, 'off') == 'on'",
        Zone.algorithms: "dnssec_config[].default_key_specs[].algorithm",
    },
    shows=[
        Shown(
            text="""
resource "google_dns_managed_zone" "a" {
  name     = "a"
  dns_name = "shop.example."
}
""",
            gives=Zone("google_dns_managed_zone.a", public=True, signed=False, algorithms=frozenset()),
        ),
        Shown(
            text="""
resource "google_dns_managed_zone" "a" {
  name       = "a"
  dns_name   = "shop.example."
  visibility = "private"
  dnssec_config {
    state = "on"
    default_key_specs {
      algorithm = "rsasha1"
      key_type  = "keySigning"
    }
  }
}
""",
            gives=Zone("google_dns_managed_zone.a", public=False, signed=True, algorithms=frozenset({"rsasha1"})),
        ),
    ],
)
