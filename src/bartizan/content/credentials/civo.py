"""Credentials of Civo."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CIVO_TOKEN = Credential(
    id="secret-civo-token",
    title="Civo API key",
    service="Civo",
    severity=Severity.CRITICAL,
    keywords=("civo",),
    expression=keyed("civo", "[0-9A-Za-z]{50}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it creates, reads and destroys clusters and machines of the account.",
    revoke="Regenerate it in the security settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("CIVO_TOKEN=9Mi·ie6qXElMGxyXzXMIX3SJ2PSWO·D183TL4dDf1XPpHgV2toM4",),
    ignores=(
        "CIVO_TOKEN=012·3456789abcdefghijklmnopqr·stuvwxyzABCDEFGHIJKLMN",
        "CIVO_TOKEN=Zq2·KW1xnhiAG9DHZua0eV3TAY",
        "etag: 1N3·XXvGCxAXJbTujwjFQTzEPlAYC·LqsOrCYuIHIwLAu93ZDKbz",
    ),
)
