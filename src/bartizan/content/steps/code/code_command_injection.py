"""Inject a command into an exposed application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import RUNNING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-command-injection",
    title="Inject a command into an exposed application",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner),
    where=by_flaw(*RUNNING),
    because=("A part of a request becomes text that a shell runs: whoever can send it runs commands as the workload."),
    fix="Give the program its arguments as a list, without a shell, and accept known values only.",
    weight=0.5,
    reaches=[
        exposed(flaw("code-command-injection")),
    ],
    blocked=[
        exposed(flaw("code-command-injection", open=False)),
        exposed(flaw("code-sql-injection")),
        exposed(flaw("code-command-injection"), public=False),
        exposed(),
    ],
)
