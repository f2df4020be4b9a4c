"""Read the tables of a dataset."""

from bartizan.content.kinds.gcp.bigquery import Dataset
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, deny, grant, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-bigquery-read",
    title="Read the tables of a dataset",
    technique="T1530",
    actor=Identity,
    move=Act(on=Dataset, uses=(Use(actions=("bigquery.tables.getData",)),)),
    because=("Rows are listed without a query, by whoever may get data."),
    fix=("Grant roles/bigquery.dataViewer on single datasets or tables."),
    weight=0.5,
    reaches=[
        (account("ci"), SHOP, kept(Dataset, "it", project="shop"), grant("bigquery.dataViewer")),
        (account("ci"), SHOP, kept(Dataset, "it", project="shop"), grant_on("it", "bigquery.dataViewer")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Dataset, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(Dataset, "it", project="shop"), grant("bigquery.metadataViewer")),
        (account("ci"), SHOP, OTHER, kept(Dataset, "it", project="shop"), grant("bigquery.dataViewer", on="other")),
        (
            account("ci"),
            SHOP,
            kept(Dataset, "it", project="shop"),
            grant("bigquery.dataViewer"),
            deny("bigquery.googleapis.com/tables.getData"),
        ),
    ],
)
