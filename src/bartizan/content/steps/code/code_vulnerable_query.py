"""Ask the database of an exposed application by a vulnerable package."""

from typing import Any

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.software.package import Package
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.code.scene import by_package, exposed, package
from bartizan.core.step import Reach, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")
USES: dict[str, Any] = {"stores": frozenset({DATABASE.id})}

STEP: Step[Internet, Runner] = Step(
    id="code-vulnerable-query",
    title="Ask the database of an exposed application by a vulnerable package",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner, gains=Runner.stores),
    where=by_package(Package.asks_databases),
    because=("A package has a published vulnerability by which requests become statements for the database."),
    fix="Update the package to a version without the vulnerability.",
    weight=1.0,
    reaches=[
        (*exposed(package(asks_databases=True), **USES), DATABASE),
    ],
    blocked=[
        (*exposed(package(reads_files=True), **USES), DATABASE),
        (*exposed(package(asks_databases=True)), DATABASE),
        (*exposed(package(asks_databases=True), public=False, **USES), DATABASE),
    ],
)
