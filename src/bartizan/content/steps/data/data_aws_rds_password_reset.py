"""Set a new main password for a database that can be reached."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-rds-password-reset",
    title="Set a new main password for a database that can be reached",
    technique="T1098",
    actor=Identity,
    move=Act(on=Instance, uses=(Use(actions=("rds:ModifyDBInstance",)),)),
    where=Instance.exposed & ~Instance.member,
    because=("Whoever may modify a database gives its main user a password and signs in."),
    fix=("Keep rds:ModifyDBInstance with those who run databases; let Secrets Manager manage the main password."),
    weight=0.7,
    reaches=[
        (*ann("rds:ModifyDBInstance"), kept(Instance, arn("rds", "db:orders"), exposed=True, member=False)),
        (*ann("rds:*"), kept(Instance, arn("rds", "db:orders"), exposed=True, member=False)),
    ],
    blocked=[
        (*ann(), kept(Instance, arn("rds", "db:orders"), exposed=True, member=False)),
        (*ann("rds:Describe*"), kept(Instance, arn("rds", "db:orders"), exposed=True, member=False)),
        (
            *user("ann", allow("rds:ModifyDBInstance"), deny("rds:ModifyDBInstance")),
            kept(Instance, arn("rds", "db:orders"), exposed=True, member=False),
        ),
        (*ann("rds:ModifyDBInstance"), kept(Instance, arn("rds", "db:orders"), exposed=False, member=False)),
    ],
)
