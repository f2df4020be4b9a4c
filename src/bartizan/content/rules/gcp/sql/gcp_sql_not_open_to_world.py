"""Databases do not let in every address."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-not-open-to-world",
    title="Databases do not let in every address",
    severity=Severity.HIGH,
    every=SqlInstance,
    must=~SqlInstance.open_to_world,
    because="Everyone on the Internet can try passwords and faults on the database.",
    fix="Remove 0.0.0.0/0 from authorized_networks.",
    serves=(
        "no-public-data",
        "restricted-ingress",
    ),
    also=(
        "CKV_GCP_11",
        "GCP-0017",
        "AVD-GCP-0017",
        "google-sql-no-public-access",
    ),
    passes=[SqlInstance(open_to_world=False)],
    fails=[SqlInstance(open_to_world=True)],
)
