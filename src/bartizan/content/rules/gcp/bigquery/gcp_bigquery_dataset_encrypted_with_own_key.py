"""Datasets are encrypted with a key of your own."""

from bartizan.content.kinds.gcp.bigquery import Dataset
from bartizan.content.kinds.gcp.kms_key import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-bigquery-dataset-encrypted-with-own-key",
    title="Datasets are encrypted with a key of your own",
    severity=Severity.LOW,
    every=Dataset,
    must=Dataset.key.any(),
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Set default_encryption_configuration.kms_key_name.",
    serves=("customer-managed-keys",),
    also=("CKV_GCP_81",),
    passes=[(Dataset(key=frozenset({"k"})), Key("k"))],
    fails=[Dataset(key=frozenset())],
)
