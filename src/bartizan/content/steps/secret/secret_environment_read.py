"""Read the secrets in the settings of a workload."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import leak
from bartizan.content.steps.kubernetes.scene import workload
from bartizan.core.step import Follow, Step

STEP: Step[Runner, Runner] = Step(
    id="secret-environment-read",
    title="Read the secrets in the settings of a workload",
    technique="T1552.007",
    actor=Runner,
    move=Follow(along=Runner.leaks),
    because=("Credentials in environment variables and in config maps are there for every command in the workload."),
    fix="Keep credentials in a secret store, and read them with an identity of the workload.",
    weight=0.1,
    reaches=[
        (workload("web", leaks=frozenset({leak().id})), leak()),
    ],
    blocked=[
        (workload("web", leaks=frozenset()), leak()),
    ],
)
