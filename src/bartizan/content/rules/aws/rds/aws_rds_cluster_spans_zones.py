"""RDS clusters run in more than one zone."""

from bartizan.content.kinds.aws.rds_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-cluster-spans-zones",
    title="RDS clusters run in more than one zone",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.members.at_least(2) | Cluster.multi_zone | Cluster.serverless,
    because="With a single server, its failure or that of its zone stops the database until another one is made.",
    fix=(
        "Declare a second cluster instance, or make a Multi-AZ cluster with db_cluster_instance_class "
        "(Terraform) or DBClusterInstanceClass (CloudFormation)."
    ),
    serves=("high-availability",),
    passes=[Cluster(members=2, multi_zone=False, serverless=False), Cluster(multi_zone=True)],
    fails=[Cluster(members=1, multi_zone=False, serverless=False)],
)
