"""Credentials of MessageBird."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MESSAGEBIRD_KEY = Credential(
    id="secret-messagebird-key",
    title="MessageBird access key",
    service="MessageBird",
    severity=Severity.MEDIUM,
    keywords=("messagebird",),
    expression=keyed("message_?bird", "(?:live_)?[0-9A-Za-z]{25}"),
    entropy=3.3,
    check="mixed",
    grants="Whoever holds it sends messages at the cost of the account.",
    revoke="Delete it in the developer settings.",
    also=("messagebird-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("MESSAGEBIRD_ACCESS_KEY=iMp·6S1pHrIRmPZeDpvrTMkkZD",),
    ignores=(
        "MESSAGEBIRD_ACCESS_KEY=012·3456789abcdefghijklmno",
        "MESSAGEBIRD_ACCESS_KEY=iUM·RyvE1i4ZJ",
        "etag: 3zF·oUePbkYBb8TCA7lzv8p812",
    ),
)
