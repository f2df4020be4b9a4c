"""Credentials of Coinbase."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

COINBASE_KEY = Credential(
    id="secret-coinbase-key",
    title="Coinbase API secret",
    service="Coinbase",
    severity=Severity.CRITICAL,
    keywords=("coinbase", "cdp"),
    expression=after(
        r"(?:coinbase|cdp)[\w. -]{0,16}?(?:secret|private[_-]?key)", "[0-9A-Za-z+/]{86}==|[0-9A-Za-z]{32}"
    ),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it and its key trades, and often withdraws.",
    revoke="Delete it in the settings under API.",
    also=("coinbase-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "COINBASE_API_SECRET=NLZ·Xw1wpvyiCO4R0y0bgT0qeZcw4yqsA7TCt9Kz3H0643/Q·7khZu2uyZkao01U+QTt"
            "dXB/ZAC1jMWrP8w1okzg=="
        ),
    ),
    ignores=(
        (
            "COIN·BASE_API_SECRET=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxx"
        ),
        "COINBASE_API_SECRET=r0F·kXIZNXoKU4YA+mvkozQp8KnTrVEFWMQKQ18wDXCIx",
    ),
)
