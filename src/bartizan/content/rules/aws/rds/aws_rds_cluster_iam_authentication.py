"""RDS clusters accept short-lived credentials from IAM."""

from bartizan.content.kinds.aws.rds_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-cluster-iam-authentication",
    title="RDS clusters accept short-lived credentials from IAM",
    severity=Severity.LOW,
    every=Cluster,
    where=~Cluster.serverless,
    must=Cluster.iam_authentication,
    because=(
        "Passwords of database users live long, are shared, and are not cut off with the person or workload they "
        "were made for."
    ),
    fix=(
        "Set iam_database_authentication_enabled (Terraform) or EnableIAMDatabaseAuthentication (CloudFormation) "
        "to true."
    ),
    serves=("strong-authentication", "no-long-lived-credentials"),
    also=("CKV_AWS_162", "AWS-0176", "AVD-AWS-0176", "aws-rds-enable-iam-auth"),
    passes=[Cluster(serverless=False, iam_authentication=True)],
    fails=[Cluster(serverless=False, iam_authentication=False)],
)
