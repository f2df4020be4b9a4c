"""Ask the document store of an exposed application by conditions of the own making."""

from typing import Any

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import ASKING_DOCUMENTS, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")
USES: dict[str, Any] = {"stores": frozenset({DATABASE.id})}

STEP: Step[Internet, Runner] = Step(
    id="code-document-injection",
    title="Ask the document store of an exposed application by conditions of the own making",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner, gains=Runner.stores),
    where=by_flaw(*ASKING_DOCUMENTS),
    because=("A part of a request becomes a condition of a query: it is made to hold for every document."),
    fix="Accept texts and numbers only, and build conditions from fixed parts.",
    weight=0.5,
    reaches=[
        (*exposed(flaw("code-nosql-injection"), **USES), DATABASE),
    ],
    blocked=[
        (*exposed(flaw("code-log-injection"), **USES), DATABASE),
        (*exposed(flaw("code-nosql-injection")), DATABASE),
        (*exposed(flaw("code-nosql-injection"), public=False, **USES), DATABASE),
    ],
)
