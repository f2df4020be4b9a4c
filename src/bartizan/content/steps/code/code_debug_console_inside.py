"""Use the debugger of a neighbouring application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import DEBUGGING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

STEP: Step[Runner, Runner] = Step(
    id="code-debug-console-inside",
    title="Use the debugger of a neighbouring application",
    technique="T1210",
    actor=Runner,
    move=Reach(on=Runner),
    where=by_flaw(*DEBUGGING),
    because=(
        "The page that a debugger shows for an error has a console, in which code runs as the workload. The "
        "request comes from a workload that was taken over before."
    ),
    fix=(
        "Switch the debugger off wherever anybody but its developers can reach it. Let a network policy say "
        "who may reach it."
    ),
    weight=1.2,
    reaches=[
        inside(flaw("code-debug-mode")),
    ],
    blocked=[
        inside(flaw("code-debug-mode", open=False)),
        inside(flaw("code-error-details")),
        inside(),
    ],
)
