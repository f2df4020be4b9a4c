"""Notebooks have no public address."""

from bartizan.content.kinds.gcp.project import Notebook
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-vertex-notebook-private",
    title="Notebooks have no public address",
    severity=Severity.MEDIUM,
    every=Notebook,
    must=Notebook.private,
    because="A notebook holds data, models and credentials, and runs whatever it is told.",
    fix="Set no_public_ip (or gce_setup.disable_public_ip) to true.",
    serves=(
        "no-public-service",
        "ai-data-protection",
    ),
    also=(
        "CKV_GCP_89",
        "CKV2_GCP_28",
        "CKV2_GCP_36",
    ),
    passes=[Notebook(private=True)],
    fails=[Notebook(private=False)],
)
