"""Inject a template into an exposed application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import TEMPLATING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-template-injection",
    title="Inject a template into an exposed application",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner),
    where=by_flaw(*TEMPLATING),
    because=(
        "Text of a request becomes part of a template: its expressions reach the objects of the language and "
        "run commands."
    ),
    fix="Keep templates in files and give the text to them as a value.",
    weight=0.6,
    reaches=[
        exposed(flaw("code-template-injection")),
    ],
    blocked=[
        exposed(flaw("code-template-injection", open=False)),
        exposed(flaw("code-html-from-text")),
        exposed(flaw("code-template-injection"), public=False),
        exposed(),
    ],
)
