"""Credentials of Harness."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

HARNESS_KEY = Credential(
    id="secret-harness-key",
    title="Harness API key",
    service="Harness",
    severity=Severity.HIGH,
    keywords=("pat.", "sat."),
    expression=token(r"[ps]at\.[0-9A-Za-z_-]{22}\.[0-9a-f]{24}\.[0-9A-Za-z]{20}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it acts as a user or service account: it runs pipelines and deploys.",
    revoke="Delete the token in the profile or the service account.",
    also=("harness-api-key",),
    source="https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/",
    finds=("HARNESS_API_KEY=pat.IBV·80os1jPffyP5T4fB3hH.52a·01e145619c86f4b53903a.nI8·pNNVqo5YG8Uizjyzz",),
    ignores=(
        "HARNESS_API_KEY=pat.012·3456789abcdefghijkl.012·3456789abcdef01234567.012·3456789abcdefghij",
        "HARNESS_API_KEY=pat.QkT·cBnj72t7.92c·e983e3f2e.NOI·HePEyvz",
    ),
)
