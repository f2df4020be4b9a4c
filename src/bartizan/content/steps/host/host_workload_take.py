"""Enter the other workloads on the machine."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.host.scene import host
from bartizan.content.steps.kubernetes.scene import workload
from bartizan.core.step import Follow, Step

STEP: Step[Runner, Runner] = Step(
    id="host-workload-take",
    title="Enter the other workloads on the machine",
    technique="T1609",
    actor=Runner,
    move=Follow(along=Runner.carries),
    because=(
        "Root on a machine enters every container on it. Which workloads it runs changes with the scheduler: "
        "all of the cluster may be among them."
    ),
    fix="Keep workloads of different worth on nodes of their own, by taints and node affinity.",
    weight=0.3,
    reaches=[
        (host(carries="shop/Pod/db"), workload("db")),
    ],
    blocked=[
        (host(), workload("db")),
    ],
)
