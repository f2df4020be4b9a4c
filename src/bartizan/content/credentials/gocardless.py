"""Credentials of GoCardless."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GOCARDLESS_TOKEN = Credential(
    id="secret-gocardless-token",
    title="GoCardless access token",
    service="GoCardless",
    severity=Severity.CRITICAL,
    keywords=("live_",),
    expression=after(r"gocardless[\w. -]{0,16}?token", "live_[0-9A-Za-z_-]{40}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it collects direct debits.",
    revoke="Delete it in the developer settings.",
    also=("gocardless-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("GOCARDLESS_ACCESS_TOKEN=live_MBu·QexDCsGh_8VDWPvTqJ7d·l5ZQQUYAObEaHvu9r",),
    ignores=(
        "GOCARDLESS_ACCESS_TOKEN=live_012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "GOCARDLESS_ACCESS_TOKEN=live_njB·FR3rrYDMsHxrX0Wbj",
    ),
)
