"""Access to buckets is decided by IAM alone."""

from bartizan.content.kinds.gcp.storage_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-storage-bucket-uniform-access",
    title="Access to buckets is decided by IAM alone",
    severity=Severity.MEDIUM,
    every=Bucket,
    must=Bucket.uniform_access,
    because="An ACL on a single object opens it, and no list of grants shows that.",
    fix="Set uniform_bucket_level_access to true.",
    serves=(
        "least-privilege",
        "configuration-baseline",
    ),
    also=(
        "CKV_GCP_29",
        "GCP-0002",
        "AVD-GCP-0002",
        "google-storage-enable-ubla",
    ),
    passes=[Bucket(uniform_access=True)],
    fails=[Bucket(uniform_access=False)],
)
