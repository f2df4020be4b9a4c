"""Use the database of a workload with its own password."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.kubernetes.scene import workload
from bartizan.core.step import Follow, Step

DATABASE = Instance(arn("rds", "db:shop"), name="shop")

STEP: Step[Runner, Runner] = Step(
    id="secret-database-connection-use",
    title="Use the database of a workload with its own password",
    technique="T1078",
    actor=Runner,
    move=Follow(along=Runner.stores),
    because=(
        "The workload has the address and the password of a database, and connects to it all day: so does "
        "whoever is in it."
    ),
    fix=(
        "Give the workload a user of the database that sees no more than it needs, with credentials that live"
        " for minutes."
    ),
    weight=0.2,
    reaches=[
        (workload("web", stores=frozenset({DATABASE.id})), DATABASE),
    ],
    blocked=[
        (workload("web", stores=frozenset()), DATABASE),
    ],
)
