"""Talk the language model of an exposed application into running commands."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import MODELLING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-model-output",
    title="Talk the language model of an exposed application into running commands",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner),
    where=by_flaw(*MODELLING),
    because=(
        "What a language model answers is run as code; whoever talks to it, or writes what it reads, decides "
        "the answer."
    ),
    fix="Run nothing that a model writes outside of a sandbox without network and credentials.",
    weight=0.8,
    reaches=[
        exposed(flaw("code-model-output-executed")),
    ],
    blocked=[
        exposed(flaw("code-model-output-executed", open=False)),
        exposed(flaw("code-model-answer-as-html")),
        exposed(flaw("code-model-output-executed"), public=False),
        exposed(),
    ],
)
