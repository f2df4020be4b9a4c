"""Credentials of Better Stack."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BETTERSTACK_TOKEN = Credential(
    id="secret-betterstack-token",
    title="Better Stack token",
    service="Better Stack",
    severity=Severity.MEDIUM,
    keywords=("betterstack", "better_stack", "logtail", "betteruptime"),
    expression=after(r"(?:better_?stack|logtail|better_?uptime)[\w. -]{0,20}?token", "[0-9A-Za-z]{24}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it sends logs, or reads and changes monitors.",
    revoke="Delete it in the settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("LOGTAIL_SOURCE_TOKEN=ubf·Jdv4wYJKG3HfG0EN6MIBO",),
    ignores=(
        "LOGTAIL_SOURCE_TOKEN=012·3456789abcdefghijklmn",
        "LOGTAIL_SOURCE_TOKEN=FOF·88ynHMAo5",
    ),
)
