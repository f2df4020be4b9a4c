"""Databases are not open to the Internet."""

from bartizan.content.kinds.gcp.network import Firewall
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-firewall-no-open-databases",
    title="Databases are not open to the Internet",
    severity=Severity.HIGH,
    every=Firewall,
    must=~Firewall.opens_databases,
    because="A database that everyone reaches has one password between it and everyone.",
    fix="Name the addresses in source_ranges.",
    serves=(
        "no-open-admin-ports",
        "no-public-data",
    ),
    also=("CKV_GCP_88",),
    passes=[Firewall(opens_databases=False)],
    fails=[Firewall(opens_databases=True)],
)
