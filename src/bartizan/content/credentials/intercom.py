"""Credentials of Intercom."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

INTERCOM_TOKEN = Credential(
    id="secret-intercom-token",
    title="Intercom access token",
    service="Intercom",
    severity=Severity.HIGH,
    keywords=("intercom", "dg9rojo"),
    expression=dashed(r"dG9rO[0-9A-Za-z+/]{54,80}={0,2}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it reads and writes the conversations with customers.",
    revoke="Rotate it in the developer hub.",
    also=("intercom-api-key",),
    source="https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",
    finds=("INTERCOM_TOKEN=dG9rOo5o·z0GlNSnQpFP9oHR+rwd/CzCuyJt·bgj+noeYTSoKvTPziso4Dmmt=",),
    ignores=(
        "INTERCOM_TOKEN=dG9rO012·3456789abcdefghijklmnopqrst·uvwxyzABCDEFGHIJKLMNOPQR=",
        "INTERCOM_TOKEN=dG9rOMfj·xK+H+nZ7cvoLMhZd+BYMCICd=",
    ),
)
