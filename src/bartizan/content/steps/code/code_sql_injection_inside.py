"""Ask the database of a neighbouring application by SQL of the own making."""

from typing import Any

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import ASKING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")
USES: dict[str, Any] = {"stores": frozenset({DATABASE.id})}

STEP: Step[Runner, Runner] = Step(
    id="code-sql-injection-inside",
    title="Ask the database of a neighbouring application by SQL of the own making",
    technique="T1190",
    actor=Runner,
    move=Reach(on=Runner, gains=Runner.stores),
    where=by_flaw(*ASKING),
    because=(
        "A part of a request becomes part of an SQL statement: it reads and changes all that the application may."
    ),
    fix=("Give values to statements as parameters, and let the application's user see only the tables it needs."),
    weight=0.6,
    reaches=[
        (*inside(flaw("code-sql-injection"), **USES), DATABASE),
    ],
    blocked=[
        (*inside(flaw("code-log-injection"), **USES), DATABASE),
        (*inside(flaw("code-sql-injection")), DATABASE),
    ],
)
