"""Set a new password in a Cloud SQL instance."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-sql-password-reset",
    title="Set a new password in a Cloud SQL instance",
    technique="T1098",
    actor=Identity,
    move=Act(on=SqlInstance, uses=(Use(actions=("cloudsql.users.update",)),)),
    because=("Whoever updates database users sets a password of the main one and signs in."),
    fix=("Keep cloudsql.users.update with those who run databases."),
    weight=0.6,
    reaches=[
        (account("ci"), SHOP, kept(SqlInstance, "it", project="shop"), grant("cloudsql.admin")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(SqlInstance, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(SqlInstance, "it", project="shop"), grant("cloudsql.client")),
        (account("ci"), SHOP, OTHER, kept(SqlInstance, "it", project="shop"), grant("cloudsql.admin", on="other")),
    ],
)
