"""Shells opened in ECS containers are logged."""

from bartizan.content.kinds.aws.ecs_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-cluster-exec-logged",
    title="Shells opened in ECS containers are logged",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=~Cluster.exec_logging.equals("NONE"),
    because="Somebody who opens a shell in a container leaves no trace of what was done there.",
    fix="Set logging in execute_command_configuration to DEFAULT or OVERRIDE (ExecuteCommandConfiguration).",
    serves=("audit-logging",),
    also=("CKV_AWS_223",),
    passes=[Cluster(exec_logging="OVERRIDE"), Cluster(exec_logging="DEFAULT")],
    fails=[Cluster(exec_logging="NONE")],
)
