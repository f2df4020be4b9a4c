"""Caches install minor versions of their engine by themselves."""

from bartizan.content.kinds.aws.elasticache_cache import Cache, Cluster, Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elasticache-cluster-patched",
    title="Caches install minor versions of their engine by themselves",
    severity=Severity.LOW,
    every=Cache,
    must=Cache.minor_upgrades,
    because="Minor versions fix known flaws of the engine; where nobody installs them, those flaws stay open.",
    fix=(
        "Remove auto_minor_version_upgrade (Terraform) or AutoMinorVersionUpgrade (CloudFormation), or set it to true."
    ),
    serves=("patching",),
    also=("CKV_AWS_322",),
    passes=[Group(minor_upgrades=True)],
    fails=[Cluster(minor_upgrades=False)],
)
