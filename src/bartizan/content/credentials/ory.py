"""Credentials of Ory."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ORY_TOKEN = Credential(
    id="secret-ory-token",
    title="Ory API key",
    service="Ory",
    severity=Severity.HIGH,
    keywords=("ory_pat_", "ory_apikey_", "ory_wak_"),
    expression=token(r"ory_(?:pat|apikey|wak)_[0-9A-Za-z]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it administers the identities of the project.",
    revoke="Delete it under API keys in the settings of the project.",
    source="https://www.ory.sh/docs/concepts/personal-access-token",
    finds=("ORY_ACCESS_TOKEN=ory_pat_O5G·ZfozE7J0NudOWm7u4Yt22XursQyW8",),
    ignores=(
        "ORY_ACCESS_TOKEN=ory_pat_012·3456789abcdefghijklmnopqrstuv",
        "ORY_ACCESS_TOKEN=ory_pat_FFP·bKWVdZqxmxDu8",
    ),
)
