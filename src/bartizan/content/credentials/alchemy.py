"""Credentials of Alchemy."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ALCHEMY_KEY = Credential(
    id="secret-alchemy-key",
    title="Alchemy API key",
    service="Alchemy",
    severity=Severity.LOW,
    keywords=("alchemy",),
    expression=(
        r"(?i:alchemy(?:api)?\.(?:io|com)/v2/|alchemy[\w. -]{0,16}?key[\"'\s]{0,3}[=:][\"'\s]{0,3})"
        r"(?P<secret>[0-9A-Za-z_-]{32})(?:[^0-9A-Za-z_-]|$)"
    ),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it uses up the allowance of the application.",
    revoke="Rotate it in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("https:·//eth-mainnet.g.alchemy.com/v2/eIY·fLUjUoGVdzSZ3bx8ydkiBRnwfbYEI",),
    ignores=(
        "https:·//eth-mainnet.g.alchemy.com/v2/012·3456789abcdefghijklmnopqrstuv",
        "https:·//eth-mainnet.g.alchemy.com/v2/olr·G47H8h6FVMBwZ",
    ),
)
