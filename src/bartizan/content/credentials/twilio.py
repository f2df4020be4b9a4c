"""Credentials of Twilio."""

from bartizan.content.credentials.spelling import after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TWILIO_API_KEY = Credential(
    id="secret-twilio-api-key",
    title="Twilio API key",
    service="Twilio",
    severity=Severity.MEDIUM,
    keywords=("twilio",),
    expression=token(r"SK[0-9a-f]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it and its secret sends messages and makes calls at the cost of the account.",
    revoke="Delete it under API keys & tokens.",
    also=("twilio-api-key",),
    source="https://www.twilio.com/docs/iam/api-keys",
    finds=("TWILIO_API_KEY=SK7f1·d7d9b0a705cdb4c6298c7e6a1da83",),
    ignores=(
        "TWILIO_API_KEY=SK012·3456789abcdef0123456789abcdef",
        "TWILIO_API_KEY=SK820·b79fe3abcab01",
    ),
)

TWILIO_AUTH_TOKEN = Credential(
    id="secret-twilio-auth-token",
    title="Twilio auth token",
    service="Twilio",
    severity=Severity.HIGH,
    keywords=("twilio",),
    expression=after(r"twilio[\w. -]{0,16}?(?:auth[_-]?token|token|secret)", "[0-9a-f]{32}"),
    entropy=3.0,
    check="mixed",
    grants=(
        "Whoever holds it and the account id, which is no secret, sends messages, makes calls and "
        "reads those there were."
    ),
    revoke="Promote a secondary token in the console, and use API keys.",
    source="https://www.twilio.com/docs/iam/api",
    finds=("TWILIO_AUTH_TOKEN=28d·aec42915221e5d6dae1f2e0603473",),
    ignores=(
        "TWILIO_AUTH_TOKEN=012·3456789abcdef0123456789abcdef",
        "TWILIO_AUTH_TOKEN=b26·17704d44f71d5",
    ),
)
