"""Databases refuse connections without TLS."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-requires-tls",
    title="Databases refuse connections without TLS",
    severity=Severity.HIGH,
    every=SqlInstance,
    must=SqlInstance.requires_tls,
    because="Passwords and data can be read on their way.",
    fix="Set ssl_mode to ENCRYPTED_ONLY or TRUSTED_CLIENT_CERTIFICATE_REQUIRED.",
    serves=("encryption-in-transit",),
    also=(
        "CKV_GCP_6",
        "GCP-0015",
        "AVD-GCP-0015",
        "google-sql-encrypt-in-transit-data",
    ),
    passes=[SqlInstance(requires_tls=True)],
    fails=[SqlInstance(requires_tls=False)],
)
