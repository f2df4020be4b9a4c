"""Inject a template into a neighbouring application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import TEMPLATING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

STEP: Step[Runner, Runner] = Step(
    id="code-template-injection-inside",
    title="Inject a template into a neighbouring application",
    technique="T1210",
    actor=Runner,
    move=Reach(on=Runner),
    where=by_flaw(*TEMPLATING),
    because=(
        "Text of a request becomes part of a template: its expressions reach the objects of the language and "
        "run commands. The request comes from a workload that was taken over before."
    ),
    fix=("Keep templates in files and give the text to them as a value. Let a network policy say who may reach it."),
    weight=0.8,
    reaches=[
        inside(flaw("code-template-injection")),
    ],
    blocked=[
        inside(flaw("code-template-injection", open=False)),
        inside(flaw("code-html-from-text")),
        inside(),
    ],
)
