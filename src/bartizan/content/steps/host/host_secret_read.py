"""Read the environment of the other workloads on the machine."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import leak
from bartizan.content.steps.host.scene import host
from bartizan.content.steps.kubernetes.scene import workload
from bartizan.core.step import Follow, Step

STEP: Step[Runner, Runner] = Step(
    id="host-secret-read",
    title="Read the environment of the other workloads on the machine",
    technique="T1552.007",
    actor=Runner,
    move=Follow(along=(Runner.carries, Runner.leaks)),
    because=(
        "Root on a machine reads the environment of every process on it, with the credentials that are set there."
    ),
    fix=("Hand credentials to workloads when they start, by an identity of their own, not by the environment."),
    weight=0.3,
    reaches=[
        (host(carries="shop/Pod/db"), workload("db", leaks=frozenset({leak().id})), leak()),
    ],
    blocked=[
        (host(), workload("db", leaks=frozenset({leak().id})), leak()),
        (host(carries="shop/Pod/db"), workload("db", leaks=frozenset()), leak()),
    ],
)
