"""Control planes of EKS clusters are logged."""

from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-control-plane-logged",
    title="Control planes of EKS clusters are logged",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.logs.has_all("api", "audit", "authenticator", "controllerManager", "scheduler"),
    because="Nobody can tell afterwards who did what in the cluster: the audit log is the only record of it.",
    fix=(
        "Set enabled_cluster_log_types to api, audit, authenticator, controllerManager and scheduler "
        "(EnabledTypes in Logging)."
    ),
    serves=("audit-logging",),
    also=("CKV_AWS_37", "AWS-0038", "AVD-AWS-0038", "aws-eks-enable-control-plane-logging"),
    passes=[Cluster(logs=frozenset({"api", "audit", "authenticator", "controllerManager", "scheduler"}))],
    fails=[Cluster(logs=frozenset()), Cluster(logs=frozenset({"api"}))],
)
