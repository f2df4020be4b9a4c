"""Credentials of Split."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SPLIT_KEY = Credential(
    id="secret-split-key",
    title="Split admin API key",
    service="Split",
    severity=Severity.MEDIUM,
    keywords=("split_", "split-", "splitio", "split.io"),
    expression=after(r"split[_-]?(?:io)?[_-]?(?:admin|sdk|api)[\w-]{0,12}?key", "[0-9a-z]{48,72}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it reads or changes feature flags.",
    revoke="Revoke it in the admin settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SPLIT_ADMIN_API_KEY=qsq·zih6kmkppe3j6rrjlmnhbl7y7i·o898isqejq2aj3xz07g00h0",),
    ignores=(
        "SPLIT_ADMIN_API_KEY=abc·defghijklmnopqrstuvwxyz012·3456789abcdefghijklmnop",
        "SPLIT_ADMIN_API_KEY=94b·pp765btonvg7zm34tnnnncu",
    ),
)
