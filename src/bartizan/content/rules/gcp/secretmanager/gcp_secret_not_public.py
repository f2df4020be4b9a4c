"""Secrets are not open to everyone."""

from bartizan.content.kinds.gcp.secretmanager_secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-secret-not-public",
    title="Secrets are not open to everyone",
    severity=Severity.CRITICAL,
    every=Secret,
    must=~Secret.public,
    because="Everyone on the Internet can read the value.",
    fix="Remove allUsers and allAuthenticatedUsers from the grants on the secret.",
    serves=(
        "secrets-management",
        "no-anonymous-access",
    ),
    passes=[Secret(public=False)],
    fails=[Secret(public=True)],
)
