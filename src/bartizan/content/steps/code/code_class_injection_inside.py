"""Have a neighbouring application make an object of a class of the own choosing."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import INSTANTIATING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

STEP: Step[Runner, Runner] = Step(
    id="code-class-injection-inside",
    title="Have a neighbouring application make an object of a class of the own choosing",
    technique="T1210",
    actor=Runner,
    move=Reach(on=Runner),
    where=by_flaw(*INSTANTIATING),
    because=(
        "A request names the class or the module that is loaded: some classes run commands when they are "
        "made. The request comes from a workload that was taken over before."
    ),
    fix="Choose among classes that a table names. Let a network policy say who may reach it.",
    weight=1.4,
    reaches=[
        inside(flaw("code-class-by-request")),
    ],
    blocked=[
        inside(flaw("code-class-by-request", open=False)),
        inside(flaw("code-open-redirect")),
        inside(),
    ],
)
