"""Caches of Redis and Valkey keep snapshots."""

from bartizan.content.kinds.aws.elasticache_cache import Cache, Cluster, Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elasticache-cluster-backed-up",
    title="Caches of Redis and Valkey keep snapshots",
    severity=Severity.LOW,
    every=Cache,
    where=Cache.engine.one_of("redis", "valkey"),
    must=Cache.snapshot_days.at_least(1),
    because="What is only in memory is lost with its server, and nothing brings back what was deleted.",
    fix="Set snapshot_retention_limit (Terraform) or SnapshotRetentionLimit (CloudFormation) to 1 or more.",
    serves=("backup",),
    also=("CKV_AWS_134", "AWS-0050", "AVD-AWS-0050", "aws-elasticache-enable-backup-retention"),
    passes=[Group(engine="redis", snapshot_days=7)],
    fails=[Group(engine="valkey", snapshot_days=0), Cluster(engine="redis", snapshot_days=0)],
)
