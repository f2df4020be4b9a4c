"""Give oneself the right to read a dataset."""

from bartizan.content.kinds.gcp.bigquery import Dataset
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-bigquery-policy-set",
    title="Give oneself the right to read a dataset",
    technique="T1098.003",
    actor=Identity,
    move=Act(on=Dataset, uses=(Use(actions=("bigquery.datasets.update",)),)),
    because=("Whoever updates a dataset writes its access list, and lets themselves read it."),
    fix=("Keep roles/bigquery.dataOwner with those who manage data."),
    weight=0.6,
    reaches=[
        (account("ci"), SHOP, kept(Dataset, "it", project="shop"), grant("bigquery.dataOwner")),
        (account("ci"), SHOP, kept(Dataset, "it", project="shop"), grant_on("it", "bigquery.dataOwner")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Dataset, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(Dataset, "it", project="shop"), grant("bigquery.metadataViewer")),
        (account("ci"), SHOP, OTHER, kept(Dataset, "it", project="shop"), grant("bigquery.dataOwner", on="other")),
    ],
)
