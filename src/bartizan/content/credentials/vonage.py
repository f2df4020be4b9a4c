"""Credentials of Vonage."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

VONAGE_SECRET = Credential(
    id="secret-vonage-secret",
    title="Vonage API secret",
    service="Vonage",
    severity=Severity.MEDIUM,
    keywords=("vonage", "nexmo"),
    expression=after(r"(?:vonage|nexmo)[\w. -]{0,16}?secret", "[0-9A-Za-z]{16}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and the API key sends messages and makes calls at the cost of the account.",
    revoke="Rotate it in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("NEXMO_API_SECRET=o3H·v50inkjgc7VaA",),
    ignores=(
        "NEXMO_API_SECRET=012·3456789abcdef",
        "NEXMO_API_SECRET=1pI·wzwex",
    ),
)
