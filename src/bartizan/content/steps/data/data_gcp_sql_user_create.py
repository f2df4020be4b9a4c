"""Make a user in a Cloud SQL instance."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-sql-user-create",
    title="Make a user in a Cloud SQL instance",
    technique="T1136",
    actor=Identity,
    move=Act(on=SqlInstance, uses=(Use(actions=("cloudsql.users.create",)),)),
    because=("Whoever makes database users makes one with a password of their own and signs in."),
    fix=("Keep cloudsql.users.create with those who run databases."),
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
