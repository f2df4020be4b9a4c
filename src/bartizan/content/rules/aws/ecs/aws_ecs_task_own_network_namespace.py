"""ECS tasks do not use the network of their machine."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-task-own-network-namespace",
    title="ECS tasks do not use the network of their machine",
    severity=Severity.MEDIUM,
    every=TaskDefinition,
    must=~TaskDefinition.network_mode.equals("host"),
    because=(
        "The containers reach services bound to the loopback of the machine and its instance metadata, and "
        "have no security group of their own."
    ),
    fix="Set network_mode (NetworkMode) to awsvpc.",
    serves=("container-isolation", "network-segmentation"),
    passes=[TaskDefinition(network_mode="awsvpc")],
    fails=[TaskDefinition(network_mode="host")],
)
