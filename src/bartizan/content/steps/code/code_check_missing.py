"""Use functions of an exposed application that ask nobody who he is."""

from typing import Any

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import UNCHECKED, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")
USES: dict[str, Any] = {"stores": frozenset({DATABASE.id})}

STEP: Step[Internet, Runner] = Step(
    id="code-check-missing",
    title="Use functions of an exposed application that ask nobody who he is",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner, gains=Runner.stores),
    where=by_flaw(*UNCHECKED),
    because="Every request is let in, also those that only users should make.",
    fix="Ask every request who makes it, and open single paths by name.",
    weight=0.5,
    reaches=[
        (*exposed(flaw("code-permit-all"), **USES), DATABASE),
    ],
    blocked=[
        (*exposed(flaw("code-weak-hash"), **USES), DATABASE),
        (*exposed(flaw("code-permit-all")), DATABASE),
        (*exposed(flaw("code-permit-all"), public=False, **USES), DATABASE),
    ],
)
