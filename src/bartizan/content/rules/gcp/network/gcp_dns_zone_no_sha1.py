"""Zones are not signed with SHA-1."""

from bartizan.content.kinds.gcp.dns_zone import Zone
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-dns-zone-no-sha1",
    title="Zones are not signed with SHA-1",
    severity=Severity.MEDIUM,
    every=Zone,
    must=~Zone.algorithms.has("rsasha1"),
    because="SHA-1 can be forged.",
    fix="Use rsasha256 or ecdsap256sha256 in default_key_specs.",
    serves=("dns-protection",),
    also=(
        "CKV_GCP_17",
        "GCP-0012",
        "AVD-GCP-0012",
        "google-dns-no-rsa-sha1",
    ),
    passes=[Zone(algorithms=frozenset()), Zone(algorithms=frozenset({"rsasha256"}))],
    fails=[Zone(algorithms=frozenset({"rsasha1"}))],
)
