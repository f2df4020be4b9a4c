"""Public zones are signed."""

from bartizan.content.kinds.gcp.dns_zone import Zone
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-dns-zone-signed",
    title="Public zones are signed",
    severity=Severity.LOW,
    every=Zone,
    where=Zone.public,
    must=Zone.signed,
    because="Somebody on the way can answer in the name of the domain.",
    fix="Set dnssec_config.state to on.",
    serves=("dns-protection",),
    also=(
        "CKV_GCP_16",
        "GCP-0013",
        "AVD-GCP-0013",
        "google-dns-enable-dnssec",
    ),
    passes=[Zone(public=True, signed=True)],
    fails=[Zone(public=True, signed=False)],
)
