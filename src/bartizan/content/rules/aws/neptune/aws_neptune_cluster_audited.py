"""Neptune clusters send their audit log to CloudWatch."""

from bartizan.content.kinds.aws.neptune_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-neptune-cluster-audited",
    title="Neptune clusters send their audit log to CloudWatch",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.exported_logs.has("audit"),
    because="Without an audit log nobody can tell who asked for what.",
    fix=(
        "Add audit to enable_cloudwatch_logs_exports (Terraform) or EnableCloudwatchLogsExports "
        "(CloudFormation), and set neptune_enable_audit_log in the parameter group."
    ),
    serves=("data-access-logging",),
    also=("CKV_AWS_101", "AWS-0075", "AVD-AWS-0075", "aws-neptune-enable-log-export"),
    passes=[Cluster(exported_logs=frozenset({"audit"}))],
    fails=[Cluster(exported_logs=frozenset())],
)
