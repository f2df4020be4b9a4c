"""Redshift clusters install new versions by themselves."""

from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-cluster-patched",
    title="Redshift clusters install new versions by themselves",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.upgrades,
    because="New versions fix known flaws of the engine; where nobody installs them, those flaws stay open.",
    fix="Remove allow_version_upgrade (Terraform) or AllowVersionUpgrade (CloudFormation), or set it to true.",
    serves=("patching",),
    also=("CKV_AWS_141",),
    passes=[Cluster(upgrades=True)],
    fails=[Cluster(upgrades=False)],
)
