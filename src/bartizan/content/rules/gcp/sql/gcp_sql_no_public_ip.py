"""Databases have no public address."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-no-public-ip",
    title="Databases have no public address",
    severity=Severity.MEDIUM,
    every=SqlInstance,
    must=~SqlInstance.public_ip,
    because="One authorised network too wide, and the database is on the Internet.",
    fix="Set ipv4_enabled to false and use a private network.",
    serves=("no-public-data",),
    also=(
        "CKV_GCP_60",
        "GCP-0017",
        "AVD-GCP-0017",
        "google-sql-no-public-access",
    ),
    passes=[SqlInstance(public_ip=False)],
    fails=[SqlInstance(public_ip=True)],
)
