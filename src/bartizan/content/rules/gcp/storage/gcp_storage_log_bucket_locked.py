"""Logs in buckets cannot be deleted."""

from bartizan.content.kinds.gcp.storage_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-storage-log-bucket-locked",
    title="Logs in buckets cannot be deleted",
    severity=Severity.MEDIUM,
    every=Bucket,
    where=Bucket.receives_logs,
    must=Bucket.retains & Bucket.retention_locked,
    because="Whoever breaks in deletes the traces first.",
    fix="Set retention_policy with is_locked to true.",
    serves=(
        "log-integrity",
        "log-retention",
    ),
    also=("CKV2_GCP_4",),
    passes=[Bucket(receives_logs=True, retains=True, retention_locked=True)],
    fails=[Bucket(receives_logs=True, retains=False), Bucket(receives_logs=True, retains=True, retention_locked=False)],
)
