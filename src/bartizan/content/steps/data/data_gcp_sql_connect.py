"""Sign in to a Cloud SQL instance."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-sql-connect",
    title="Sign in to a Cloud SQL instance",
    technique="T1530",
    actor=Identity,
    move=Act(on=SqlInstance, uses=(Use(actions=("cloudsql.instances.connect", "cloudsql.instances.login")),)),
    because=(
        "An identity that may connect and log in is a database user; the proxy brings it there, whatever the "
        "authorised networks are."
    ),
    fix=("Grant roles/cloudsql.instanceUser with a condition on single instances."),
    weight=0.5,
    reaches=[
        (account("ci"), SHOP, kept(SqlInstance, "it", project="shop"), grant("cloudsql.admin")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(SqlInstance, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(SqlInstance, "it", project="shop"), grant("cloudsql.instanceUser")),
        (account("ci"), SHOP, OTHER, kept(SqlInstance, "it", project="shop"), grant("cloudsql.admin", on="other")),
    ],
)
