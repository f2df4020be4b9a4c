"""Sign in to an exposed database with a password that was found."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.code.leak import Leak
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.secret.scene import REACHED_FROM_OUTSIDE, leak
from bartizan.core.step import Follow, Step


def _database(*, exposed: bool = True) -> Instance:
    return Instance(arn("rds", "db:shop"), name="shop", exposed=exposed)


STEP: Step[Leak, Leak] = Step(
    id="secret-database-password-use",
    title="Sign in to an exposed database with a password that was found",
    technique="T1078",
    actor=Leak,
    when=Leak.sure & REACHED_FROM_OUTSIDE,
    move=Follow(along=Leak.opens),
    because="The database takes connections from the Internet, and its password is known.",
    fix="Change the password, keep it in a secret store, and close the database to the Internet.",
    weight=0.2,
    reaches=[
        (leak(opens=_database()), _database()),
    ],
    blocked=[
        (leak(opens=_database(exposed=False)), _database(exposed=False)),
        (leak(), _database()),
    ],
)
