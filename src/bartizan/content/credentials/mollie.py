"""Credentials of Mollie."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MOLLIE_KEY = Credential(
    id="secret-mollie-key",
    title="Mollie API key",
    service="Mollie",
    severity=Severity.CRITICAL,
    keywords=("live_",),
    expression=token(r"live_[0-9A-Za-z]{30}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it takes and refunds payments.",
    revoke="Reset it in the dashboard under API keys.",
    source="https://docs.mollie.com/reference/authentication",
    finds=("MOLLIE_API_KEY=live_5Kw·osCVDJWLmXnVGSke94iPEC9mpyD",),
    ignores=(
        "MOLLIE_API_KEY=live_012·3456789abcdefghijklmnopqrst",
        "MOLLIE_API_KEY=live_8Zv·9CgdrGnGyE8y",
    ),
)
