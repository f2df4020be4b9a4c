"""RDS clusters are protected from deletion."""

from bartizan.content.kinds.aws.rds_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-cluster-protected",
    title="RDS clusters are protected from deletion",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.deletion_protected,
    because="One mistaken or malicious call deletes the database, and with it its automatic backups.",
    fix="Set deletion_protection (Terraform) or DeletionProtection (CloudFormation) to true.",
    serves=("deletion-protection",),
    also=("CKV_AWS_139", "AWS-0343", "AVD-AWS-0343", "aws-rds-enable-cluster-deletion-protection"),
    passes=[Cluster(deletion_protected=True)],
    fails=[Cluster(deletion_protected=False)],
)
