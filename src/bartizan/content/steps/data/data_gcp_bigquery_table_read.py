"""Read a table by its dataset."""

from bartizan.content.kinds.gcp.bigquery import Dataset, Table
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-bigquery-table-read",
    title="Read a table by its dataset",
    technique="T1530",
    actor=Identity,
    move=Act(on=Table, uses=(Use(actions=("bigquery.tables.getData",), along=((Table.dataset,),)),)),
    because=("A role that is held on the dataset reads this table too."),
    fix=("Grant roles/bigquery.dataViewer on single tables."),
    weight=0.5,
    reaches=[
        (
            account("ci"),
            SHOP,
            kept(Table, "it", dataset=frozenset({"d"})),
            kept(Dataset, "d", project="shop"),
            grant("bigquery.dataViewer"),
        ),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Table, "it", dataset=frozenset({"d"})),
            kept(Dataset, "d", project="shop"),
        ),
        (
            account("ci"),
            SHOP,
            kept(Table, "it", dataset=frozenset({"d"})),
            kept(Dataset, "d", project="shop"),
            grant("bigquery.metadataViewer"),
        ),
        (
            account("ci"),
            SHOP,
            OTHER,
            kept(Table, "it", dataset=frozenset({"d"})),
            kept(Dataset, "d", project="shop"),
            grant("bigquery.dataViewer", on="other"),
        ),
    ],
)
