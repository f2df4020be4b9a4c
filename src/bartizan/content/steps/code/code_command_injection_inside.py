"""Inject a command into a neighbouring application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import RUNNING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

STEP: Step[Runner, Runner] = Step(
    id="code-command-injection-inside",
    title="Inject a command into a neighbouring application",
    technique="T1210",
    actor=Runner,
    move=Reach(on=Runner),
    where=by_flaw(*RUNNING),
    because=(
        "A part of a request becomes text that a shell runs: whoever can send it runs commands as the "
        "workload. The request comes from a workload that was taken over before."
    ),
    fix=(
        "Give the program its arguments as a list, without a shell, and accept known values only. Let a "
        "network policy say who may reach it."
    ),
    weight=0.7,
    reaches=[
        inside(flaw("code-command-injection")),
    ],
    blocked=[
        inside(flaw("code-command-injection", open=False)),
        inside(flaw("code-sql-injection")),
        inside(),
    ],
)
