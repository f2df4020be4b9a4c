"""Have a neighbouring application evaluate code of a request."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import EVALUATING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

STEP: Step[Runner, Runner] = Step(
    id="code-eval-injection-inside",
    title="Have a neighbouring application evaluate code of a request",
    technique="T1210",
    actor=Runner,
    move=Reach(on=Runner),
    where=by_flaw(*EVALUATING),
    because=(
        "Text of a request is evaluated as a program: whoever can send it runs code as the workload. The "
        "request comes from a workload that was taken over before."
    ),
    fix=(
        "Parse the text as data; look names up in a table instead of evaluating them. Let a network policy "
        "say who may reach it."
    ),
    weight=0.7,
    reaches=[
        inside(flaw("code-eval-of-input")),
    ],
    blocked=[
        inside(flaw("code-eval-of-input", open=False)),
        inside(flaw("code-log-injection")),
        inside(),
    ],
)
