"""RDS clusters send the logs that show an attack to CloudWatch."""

from bartizan.content.kinds.aws.rds_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-cluster-logs-exported",
    title="RDS clusters send the logs that show an attack to CloudWatch",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.exported_logs.has_any("audit", "postgresql")
    | (Cluster.engine.equals("mysql") & ~Cluster.exported_logs.empty()),
    because="Logs that stay on the servers are gone after days; what happened in a break-in cannot be found out.",
    fix=(
        "Name audit (MySQL) or postgresql in enabled_cloudwatch_logs_exports (Terraform) or "
        "EnableCloudwatchLogsExports (CloudFormation)."
    ),
    serves=("application-logging", "data-access-logging"),
    also=("CKV_AWS_324", "CKV_AWS_325"),
    passes=[
        Cluster(engine="aurora-mysql", exported_logs=frozenset({"audit", "error"})),
        Cluster(engine="aurora-postgresql", exported_logs=frozenset({"postgresql"})),
        Cluster(engine="mysql", exported_logs=frozenset({"error"})),
    ],
    fails=[
        Cluster(engine="aurora-mysql", exported_logs=frozenset()),
        Cluster(engine="aurora-mysql", exported_logs=frozenset({"error"})),
    ],
)
