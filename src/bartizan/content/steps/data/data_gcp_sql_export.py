"""Export a Cloud SQL instance to a bucket."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-sql-export",
    title="Export a Cloud SQL instance to a bucket",
    technique="T1537",
    actor=Identity,
    move=Act(on=SqlInstance, uses=(Use(actions=("cloudsql.instances.export",)),)),
    because=("An export writes whole databases as files to a bucket, also of another project."),
    fix=("Leave cloudsql.instances.export out of roles, and set up VPC Service Controls."),
    weight=0.7,
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
