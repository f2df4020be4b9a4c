"""Credentials of Ably."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ABLY_KEY = Credential(
    id="secret-ably-key",
    title="Ably API key",
    service="Ably",
    severity=Severity.MEDIUM,
    keywords=("ably_", "ably-key", "ablykey", "ablyapi", "ably api"),
    expression=after(r"ably[\w. -]{0,16}?key", "[0-9A-Za-z_-]{6}\\.[0-9A-Za-z_-]{6}:[0-9A-Za-z_-]{43}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it publishes and listens on the channels it covers.",
    revoke="Revoke it in the settings of the application.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ABLY_API_KEY=ZtE·6_z.w8s·lle:ukw·ADTN2WS3nFRYYshGxGxM6·G25mMCW8fSHEpcwJbmP",),
    ignores=(
        "ABLY_API_KEY=012·345.012·345:012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "ABLY_API_KEY=w·WJ.4·-S:1PC·nC8HucHyxGiO0O7jNa",
    ),
)
