"""Buckets are not open to everyone."""

from bartizan.content.kinds.gcp.storage_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-storage-bucket-not-public",
    title="Buckets are not open to everyone",
    severity=Severity.CRITICAL,
    every=Bucket,
    must=Bucket.prevents_public_access | ~(Bucket.public | Bucket.public_acl),
    because="Whoever learns the name of an open bucket can read what is in it.",
    fix="Remove allUsers and allAuthenticatedUsers from grants and ACLs, and set public_access_prevention to enforced.",
    serves=(
        "no-public-data",
        "no-anonymous-access",
    ),
    also=(
        "CKV_GCP_28",
        "CKV2_GCP_9",
        "GCP-0001",
        "AVD-GCP-0001",
        "google-storage-no-public-access",
    ),
    passes=[Bucket(prevents_public_access=True), Bucket(prevents_public_access=False, public=False, public_acl=False)],
    fails=[Bucket(prevents_public_access=False, public=True)],
)
