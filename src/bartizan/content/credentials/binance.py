"""Credentials of Binance."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BINANCE_SECRET = Credential(
    id="secret-binance-secret",
    title="Binance API secret",
    service="Binance",
    severity=Severity.CRITICAL,
    keywords=("binance",),
    expression=after(r"binance[\w. -]{0,16}?(?:secret|private)[\w. -]{0,8}", "[0-9A-Za-z]{64}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it and its key trades, and often withdraws.",
    revoke="Delete it under API Management.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("BINANCE_API_SECRET=YM6·89CP96iqZqHnIDXPx0XnkqCkTBwzyZ3B·FmBHJ2TIIMqffAsuQnrprJsVXNamn",),
    ignores=(
        "BINANCE_API_SECRET=012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "BINANCE_API_SECRET=rwD·bU0NiznlQlP6cviEjzD7kSqVke25A",
    ),
)
