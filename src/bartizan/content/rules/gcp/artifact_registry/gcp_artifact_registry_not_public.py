"""Registries are not open to everyone."""

from bartizan.content.kinds.gcp.serverless import Repository
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-artifact-registry-not-public",
    title="Registries are not open to everyone",
    severity=Severity.HIGH,
    every=Repository,
    must=~Repository.public,
    because="Everyone can read your images, and with them code and forgotten secrets.",
    fix="Remove allUsers and allAuthenticatedUsers from the grants.",
    serves=(
        "no-public-data",
        "no-anonymous-access",
    ),
    also=("CKV_GCP_101",),
    passes=[Repository(public=False)],
    fails=[Repository(public=True)],
)
