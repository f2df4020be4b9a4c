"""Have an exposed application evaluate code of a request."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import EVALUATING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-eval-injection",
    title="Have an exposed application evaluate code of a request",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner),
    where=by_flaw(*EVALUATING),
    because=("Text of a request is evaluated as a program: whoever can send it runs code as the workload."),
    fix="Parse the text as data; look names up in a table instead of evaluating them.",
    weight=0.5,
    reaches=[
        exposed(flaw("code-eval-of-input")),
    ],
    blocked=[
        exposed(flaw("code-eval-of-input", open=False)),
        exposed(flaw("code-log-injection")),
        exposed(flaw("code-eval-of-input"), public=False),
        exposed(),
    ],
)
