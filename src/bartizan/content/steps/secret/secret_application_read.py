"""Read the secrets that are built into an application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.software.application import Application
from bartizan.content.steps.code.scene import application, leak
from bartizan.content.steps.kubernetes.scene import workload
from bartizan.core.step import Follow, Step

STEP: Step[Runner, Runner] = Step(
    id="secret-application-read",
    title="Read the secrets that are built into an application",
    technique="T1552.001",
    actor=Runner,
    move=Follow(along=(Runner.runs, Application.leaks)),
    because=("Whoever runs commands in a workload reads its files, and the credentials that were built into them."),
    fix="Keep credentials out of code and images; hand them over when the workload starts.",
    weight=0.1,
    reaches=[
        (workload("web", runs=frozenset({"application:web"})), *application(leak())),
    ],
    blocked=[
        (workload("web", runs=frozenset({"application:web"})), *application()),
        (workload("web", runs=frozenset()), *application(leak())),
    ],
)
