"""ECS clusters have Container Insights."""

from bartizan.content.kinds.aws.ecs_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-cluster-observed",
    title="ECS clusters have Container Insights",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.insights,
    because="Nobody sees which task eats memory, restarts all the time or speaks more than it should.",
    fix="Set the setting containerInsights to enabled (ClusterSettings).",
    serves=("monitoring-and-alerting",),
    also=("CKV_AWS_65", "AWS-0034", "AVD-AWS-0034", "aws-ecs-enable-container-insight"),
    passes=[Cluster(insights=True)],
    fails=[Cluster(insights=False)],
)
