"""Tables are encrypted with a key of your own."""

from bartizan.content.kinds.gcp.bigquery import Dataset, Table
from bartizan.content.kinds.gcp.kms_key import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-bigquery-table-encrypted-with-own-key",
    title="Tables are encrypted with a key of your own",
    severity=Severity.LOW,
    every=Table,
    must=Table.key.any() | Table.dataset.any(Dataset.key.any()),
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Set encryption_configuration.kms_key_name, or a default key on the dataset.",
    serves=("customer-managed-keys",),
    also=("CKV_GCP_80",),
    passes=[
        (Table(key=frozenset({"k"})), Key("k")),
        (Table(key=frozenset(), dataset=frozenset({"d"})), Dataset("d", key=frozenset({"k"})), Key("k")),
    ],
    fails=[(Table(key=frozenset(), dataset=frozenset({"d"})), Dataset("d", key=frozenset()))],
)
