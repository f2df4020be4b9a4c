"""Have an exposed application make an object of a class of the own choosing."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import INSTANTIATING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-class-injection",
    title="Have an exposed application make an object of a class of the own choosing",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner),
    where=by_flaw(*INSTANTIATING),
    because=("A request names the class or the module that is loaded: some classes run commands when they are made."),
    fix="Choose among classes that a table names.",
    weight=1.2,
    reaches=[
        exposed(flaw("code-class-by-request")),
    ],
    blocked=[
        exposed(flaw("code-class-by-request", open=False)),
        exposed(flaw("code-open-redirect")),
        exposed(flaw("code-class-by-request"), public=False),
        exposed(),
    ],
)
