"""Make up a session of an exposed application and read as any user."""

from typing import Any

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import FORGING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")
USES: dict[str, Any] = {"stores": frozenset({DATABASE.id})}

STEP: Step[Internet, Runner] = Step(
    id="code-session-forgery",
    title="Make up a session of an exposed application and read as any user",
    technique="T1606",
    actor=Internet,
    move=Reach(on=Runner, gains=Runner.stores),
    where=by_flaw(*FORGING),
    because=(
        "The signature of a session is not checked, or its key stands in the code: whoever writes one is whom it names."
    ),
    fix="Verify signatures with a fixed algorithm and a key from a secret store.",
    weight=0.6,
    reaches=[
        (*exposed(flaw("code-jwt-unverified"), **USES), DATABASE),
    ],
    blocked=[
        (*exposed(flaw("code-weak-hash"), **USES), DATABASE),
        (*exposed(flaw("code-jwt-unverified")), DATABASE),
        (*exposed(flaw("code-jwt-unverified"), public=False, **USES), DATABASE),
    ],
)
