"""Ask the database of an exposed application by SQL of the own making."""

from typing import Any

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import ASKING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")
USES: dict[str, Any] = {"stores": frozenset({DATABASE.id})}

STEP: Step[Internet, Runner] = Step(
    id="code-sql-injection",
    title="Ask the database of an exposed application by SQL of the own making",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner, gains=Runner.stores),
    where=by_flaw(*ASKING),
    because=(
        "A part of a request becomes part of an SQL statement: it reads and changes all that the application may."
    ),
    fix=("Give values to statements as parameters, and let the application's user see only the tables it needs."),
    weight=0.4,
    reaches=[
        (*exposed(flaw("code-sql-injection"), **USES), DATABASE),
    ],
    blocked=[
        (*exposed(flaw("code-log-injection"), **USES), DATABASE),
        (*exposed(flaw("code-sql-injection")), DATABASE),
        (*exposed(flaw("code-sql-injection"), public=False, **USES), DATABASE),
    ],
)
