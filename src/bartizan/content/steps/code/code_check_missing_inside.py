"""Use functions of a neighbouring application that ask nobody who he is."""

from typing import Any

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import UNCHECKED, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")
USES: dict[str, Any] = {"stores": frozenset({DATABASE.id})}

STEP: Step[Runner, Runner] = Step(
    id="code-check-missing-inside",
    title="Use functions of a neighbouring application that ask nobody who he is",
    technique="T1190",
    actor=Runner,
    move=Reach(on=Runner, gains=Runner.stores),
    where=by_flaw(*UNCHECKED),
    because="Every request is let in, also those that only users should make.",
    fix="Ask every request who makes it, and open single paths by name.",
    weight=0.7,
    reaches=[
        (*inside(flaw("code-permit-all"), **USES), DATABASE),
    ],
    blocked=[
        (*inside(flaw("code-weak-hash"), **USES), DATABASE),
        (*inside(flaw("code-permit-all")), DATABASE),
    ],
)
