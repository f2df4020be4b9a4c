"""Databases are backed up."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-backed-up",
    title="Databases are backed up",
    severity=Severity.MEDIUM,
    every=SqlInstance,
    must=SqlInstance.backed_up & SqlInstance.restores_to_time,
    because="Data that is deleted, encrypted or spoiled is gone.",
    fix="Set backup_configuration.enabled and point_in_time_recovery_enabled (binary_log_enabled for MySQL).",
    serves=("backup",),
    also=(
        "CKV_GCP_14",
        "CKV2_GCP_20",
        "GCP-0024",
        "AVD-GCP-0024",
        "google-sql-enable-backup",
    ),
    passes=[SqlInstance(backed_up=True, restores_to_time=True)],
    fails=[SqlInstance(backed_up=False, restores_to_time=False), SqlInstance(backed_up=True, restores_to_time=False)],
)
