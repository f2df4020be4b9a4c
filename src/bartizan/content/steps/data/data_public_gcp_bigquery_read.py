"""Read a dataset that is granted to everyone."""

from bartizan.content.kinds.gcp.bigquery import Dataset
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.data.scene import INTERNET, everyone, kept
from bartizan.content.steps.gcp.scene import SHOP, account, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-gcp-bigquery-read",
    title="Read a dataset that is granted to everyone",
    technique="T1530",
    actor=Internet,
    move=Act(on=Dataset, uses=(Use(actions=("bigquery.tables.getData",)),)),
    because=("Every Google account reads the tables."),
    fix=(
        "Take allUsers and allAuthenticatedUsers out of the grants, and forbid them by the organisation "
        "policy of domain-restricted sharing."
    ),
    weight=0.1,
    reaches=[
        (INTERNET, kept(Dataset, "it", project="shop"), SHOP, everyone("bigquery.dataViewer")),
        (INTERNET, kept(Dataset, "it", project="shop"), SHOP, everyone("bigquery.dataViewer", "allAuthenticatedUsers")),
    ],
    blocked=[
        (INTERNET, kept(Dataset, "it", project="shop"), SHOP),
        (INTERNET, kept(Dataset, "it", project="shop"), SHOP, everyone("bigquery.metadataViewer")),
        (INTERNET, kept(Dataset, "it", project="shop"), SHOP, account("ci"), grant_on("it", "bigquery.dataViewer")),
    ],
)
