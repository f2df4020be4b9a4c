"""Ask the document store of a neighbouring application by conditions of the own making."""

from typing import Any

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import ASKING_DOCUMENTS, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")
USES: dict[str, Any] = {"stores": frozenset({DATABASE.id})}

STEP: Step[Runner, Runner] = Step(
    id="code-document-injection-inside",
    title="Ask the document store of a neighbouring application by conditions of the own making",
    technique="T1190",
    actor=Runner,
    move=Reach(on=Runner, gains=Runner.stores),
    where=by_flaw(*ASKING_DOCUMENTS),
    because=("A part of a request becomes a condition of a query: it is made to hold for every document."),
    fix="Accept texts and numbers only, and build conditions from fixed parts.",
    weight=0.7,
    reaches=[
        (*inside(flaw("code-nosql-injection"), **USES), DATABASE),
    ],
    blocked=[
        (*inside(flaw("code-log-injection"), **USES), DATABASE),
        (*inside(flaw("code-nosql-injection")), DATABASE),
    ],
)
