"""Sign in to an exposed application by a condition of the own making."""

from typing import Any

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import DIRECTORY, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")
USES: dict[str, Any] = {"stores": frozenset({DATABASE.id})}

STEP: Step[Internet, Runner] = Step(
    id="code-directory-injection",
    title="Sign in to an exposed application by a condition of the own making",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner, gains=Runner.stores),
    where=by_flaw(*DIRECTORY),
    because=("The name that somebody signs in with becomes part of a condition, which is made to hold for any user."),
    fix="Escape names as the directory asks, and compare passwords by signing in to it.",
    weight=0.8,
    reaches=[
        (*exposed(flaw("code-ldap-injection"), **USES), DATABASE),
    ],
    blocked=[
        (*exposed(flaw("code-weak-hash"), **USES), DATABASE),
        (*exposed(flaw("code-ldap-injection")), DATABASE),
        (*exposed(flaw("code-ldap-injection"), public=False, **USES), DATABASE),
    ],
)
