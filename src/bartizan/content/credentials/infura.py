"""Credentials of Infura."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

INFURA_KEY = Credential(
    id="secret-infura-key",
    title="Infura project id",
    service="Infura",
    severity=Severity.LOW,
    keywords=("infura",),
    expression=(
        r"(?i:infura\.io/v3/|infura[\w. -]{0,16}?(?:key|id|secret)[\"'\s]{0,3}[=:][\"'\s]{0,3})"
        r"(?P<secret>[0-9a-f]{32})\b"
    ),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it uses up the allowance of the project.",
    revoke="Rotate it in the settings of the project.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("https:·//mainnet.infura.io/v3/29f·297f82277465c4e8199a6f045795f",),
    ignores=(
        "https:·//mainnet.infura.io/v3/012·3456789abcdef0123456789abcdef",
        "https:·//mainnet.infura.io/v3/134·c7a093e866775",
    ),
)
