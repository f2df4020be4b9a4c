"""Use the debugger of an exposed application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import DEBUGGING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-debug-console",
    title="Use the debugger of an exposed application",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner),
    where=by_flaw(*DEBUGGING),
    because=("The page that a debugger shows for an error has a console, in which code runs as the workload."),
    fix="Switch the debugger off wherever anybody but its developers can reach it.",
    weight=1.0,
    reaches=[
        exposed(flaw("code-debug-mode")),
    ],
    blocked=[
        exposed(flaw("code-debug-mode", open=False)),
        exposed(flaw("code-error-details")),
        exposed(flaw("code-debug-mode"), public=False),
        exposed(),
    ],
)
