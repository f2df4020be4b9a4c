"""Neptune clusters are protected from deletion."""

from bartizan.content.kinds.aws.neptune_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-neptune-cluster-protected",
    title="Neptune clusters are protected from deletion",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.deletion_protected,
    because="One mistaken or malicious call deletes the data, and with it the automatic backups.",
    fix="Set deletion_protection (Terraform) or DeletionProtection (CloudFormation) to true.",
    serves=("deletion-protection",),
    also=("CKV2_AWS_58",),
    passes=[Cluster(deletion_protected=True)],
    fails=[Cluster(deletion_protected=False)],
)
