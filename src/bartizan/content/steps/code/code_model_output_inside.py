"""Talk the language model of a neighbouring application into running commands."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import MODELLING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

STEP: Step[Runner, Runner] = Step(
    id="code-model-output-inside",
    title="Talk the language model of a neighbouring application into running commands",
    technique="T1210",
    actor=Runner,
    move=Reach(on=Runner),
    where=by_flaw(*MODELLING),
    because=(
        "What a language model answers is run as code; whoever talks to it, or writes what it reads, decides "
        "the answer. The request comes from a workload that was taken over before."
    ),
    fix=(
        "Run nothing that a model writes outside of a sandbox without network and credentials. Let a network "
        "policy say who may reach it."
    ),
    weight=1.0,
    reaches=[
        inside(flaw("code-model-output-executed")),
    ],
    blocked=[
        inside(flaw("code-model-output-executed", open=False)),
        inside(flaw("code-model-answer-as-html")),
        inside(),
    ],
)
