"""Sign in to a database with a token of IAM."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-rds-iam-connect",
    title="Sign in to a database with a token of IAM",
    technique="T1078.004",
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(Use(actions=("rds-db:connect",), resource="arn:{partition}:rds-db:{region}:{account}:dbuser:*/*"),),
    ),
    where=Instance.exposed & Instance.iam_authentication,
    because=("A token that IAM signs is the password of a database user."),
    fix=("Give rds-db:connect for single users of single databases, and take the database off the Internet."),
    weight=0.5,
    reaches=[
        (*ann("rds-db:connect"), kept(Instance, arn("rds", "db:orders"), exposed=True, iam_authentication=True)),
        (*ann("rds-db:*"), kept(Instance, arn("rds", "db:orders"), exposed=True, iam_authentication=True)),
    ],
    blocked=[
        (*ann(), kept(Instance, arn("rds", "db:orders"), exposed=True, iam_authentication=True)),
        (*ann("rds:Describe*"), kept(Instance, arn("rds", "db:orders"), exposed=True, iam_authentication=True)),
        (
            *user("ann", allow("rds-db:connect"), deny("rds-db:connect")),
            kept(Instance, arn("rds", "db:orders"), exposed=True, iam_authentication=True),
        ),
        (*ann("rds-db:connect"), kept(Instance, arn("rds", "db:orders"), exposed=True, iam_authentication=False)),
        (*ann("rds-db:connect"), kept(Instance, arn("rds", "db:orders"), exposed=False, iam_authentication=True)),
    ],
)
