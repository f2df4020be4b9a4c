"""Export the tables of a dataset to a bucket."""

from bartizan.content.kinds.gcp.bigquery import Dataset
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-gcp-bigquery-export",
    title="Export the tables of a dataset to a bucket",
    technique="T1537",
    actor=Identity,
    move=Act(
        on=Dataset,
        uses=(
            Use(actions=("bigquery.tables.export",)),
            Use(
                actions=("bigquery.jobs.create",),
                upon=Upon.NEW,
                resource="//cloudresourcemanager.googleapis.com/projects/{account}",
            ),
        ),
    ),
    because=("An extract job writes whole tables as files to a bucket, also of another project."),
    fix=("Leave bigquery.tables.export out of roles, and set up VPC Service Controls."),
    weight=0.7,
    reaches=[
        (account("ci"), SHOP, kept(Dataset, "it", project="shop"), grant("bigquery.admin")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Dataset, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(Dataset, "it", project="shop"), grant("bigquery.metadataViewer")),
        (account("ci"), SHOP, OTHER, kept(Dataset, "it", project="shop"), grant("bigquery.admin", on="other")),
    ],
)
