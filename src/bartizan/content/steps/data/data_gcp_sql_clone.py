"""Clone a Cloud SQL instance."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-sql-clone",
    title="Clone a Cloud SQL instance",
    technique="T1578.001",
    actor=Identity,
    move=Act(on=SqlInstance, uses=(Use(actions=("cloudsql.instances.clone",)),)),
    because=("A clone has all data; whoever made it sets passwords and networks."),
    fix=("Keep cloudsql.instances.clone with those who run databases."),
    weight=1.0,
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
