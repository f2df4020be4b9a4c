"""DocumentDB clusters send their audit log to CloudWatch."""

from bartizan.content.kinds.aws.docdb_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-docdb-cluster-logs-exported",
    title="DocumentDB clusters send their audit log to CloudWatch",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.exported_logs.has("audit"),
    because="Logs that stay on the servers are gone after days; what happened in a break-in cannot be found out.",
    fix=("Add audit to enabled_cloudwatch_logs_exports (Terraform) or EnableCloudwatchLogsExports (CloudFormation)."),
    serves=("data-access-logging",),
    also=("CKV_AWS_85", "AWS-0020", "AVD-AWS-0020", "aws-documentdb-enable-log-export"),
    passes=[Cluster(exported_logs=frozenset({"audit"}))],
    fails=[Cluster(exported_logs=frozenset({"profiler"}))],
)
