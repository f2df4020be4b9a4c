"""Credentials of Klaviyo."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

KLAVIYO_KEY = Credential(
    id="secret-klaviyo-key",
    title="Klaviyo private key",
    service="Klaviyo",
    severity=Severity.HIGH,
    keywords=("klaviyo",),
    expression=token(r"pk_[0-9a-f]{34}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads the profiles of customers and writes to them.",
    revoke="Delete it under API keys.",
    source="https://developers.klaviyo.com/en/docs/authenticate_",
    finds=("KLAVIYO_PRIVATE_KEY=pk_465·21e58ccec2c917d8b831216f812b6b5",),
    ignores=(
        "KLAVIYO_PRIVATE_KEY=pk_012·3456789abcdef0123456789abcdef01",
        "KLAVIYO_PRIVATE_KEY=pk_1e9·9c1b08cb26be90",
    ),
)
