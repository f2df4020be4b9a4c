"""Buckets refuse grants to everyone."""

from bartizan.content.kinds.gcp.storage_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-storage-bucket-prevents-public-access",
    title="Buckets refuse grants to everyone",
    severity=Severity.MEDIUM,
    every=Bucket,
    must=Bucket.prevents_public_access,
    because="One grant made by mistake, here or on an object, opens the data to the Internet.",
    fix="Set public_access_prevention to enforced.",
    serves=("no-public-data",),
    also=("CKV_GCP_114",),
    passes=[Bucket(prevents_public_access=True)],
    fails=[Bucket(prevents_public_access=False)],
)
