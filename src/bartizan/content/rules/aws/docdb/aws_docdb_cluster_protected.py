"""DocumentDB clusters are protected from deletion."""

from bartizan.content.kinds.aws.docdb_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-docdb-cluster-protected",
    title="DocumentDB clusters are protected from deletion",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.deletion_protected,
    because="One mistaken or malicious call deletes the data, and with it the automatic backups.",
    fix="Set deletion_protection (Terraform) or DeletionProtection (CloudFormation) to true.",
    serves=("deletion-protection",),
    passes=[Cluster(deletion_protected=True)],
    fails=[Cluster(deletion_protected=False)],
)
