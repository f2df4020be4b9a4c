"""Datasets are not open to everyone."""

from bartizan.content.kinds.gcp.bigquery import Dataset
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-bigquery-dataset-not-public",
    title="Datasets are not open to everyone",
    severity=Severity.CRITICAL,
    every=Dataset,
    must=~(Dataset.public_access | Dataset.public_grant),
    because="Everyone with a Google account can read and copy the data.",
    fix="Remove allAuthenticatedUsers and allUsers from access entries and grants.",
    serves=(
        "no-public-data",
        "no-anonymous-access",
    ),
    also=(
        "CKV_GCP_15",
        "CKV_GCP_100",
        "GCP-0046",
        "AVD-GCP-0046",
        "google-bigquery-no-public-access",
    ),
    passes=[Dataset(public_access=False, public_grant=False)],
    fails=[Dataset(public_access=True, public_grant=False), Dataset(public_grant=True)],
)
