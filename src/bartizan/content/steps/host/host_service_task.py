"""Act in the tasks of a service."""

from bartizan.content.kinds.aws.ecs_cluster import Service
from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.core.step import Follow, Step

STEP: Step[Service, Service] = Step(
    id="host-service-task",
    title="Act in the tasks of a service",
    technique="T1610",
    actor=Service,
    move=Follow(along=Service.task),
    because=(
        "Whoever runs commands in a service runs them in its tasks, with their role, their volumes and their settings."
    ),
    fix="Give the task a role with few rights, and no volumes of the machine.",
    weight=0.0,
    reaches=[
        (Service("web", task=frozenset({"web:1"})), TaskDefinition("web:1", family="web")),
    ],
    blocked=[
        (Service("web", task=frozenset()), TaskDefinition("web:1", family="web")),
    ],
)
