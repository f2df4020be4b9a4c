"""Credentials of Telnyx."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TELNYX_KEY = Credential(
    id="secret-telnyx-key",
    title="Telnyx API key",
    service="Telnyx",
    severity=Severity.MEDIUM,
    keywords=("telnyx", "key0"),
    expression=dashed(r"KEY0[0-9A-F]{20,40}_[0-9A-Za-z]{20,30}"),
    entropy=3.3,
    check="random",
    grants="Whoever holds it sends messages and makes calls at the cost of the account.",
    revoke="Delete it under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TELNYX_API_KEY=KEY0484·61B4BC54A311685C7F3129A6909D_ZQ7·OCNps9lK4xZxqAbur69",),
    ignores=(
        "TELNYX_API_KEY=KEY0012·3456789ABCDEF0123456789ABCDE_012·3456789abcdefghijkl",
        "TELNYX_API_KEY=KEY0FFB·58E3CE38E8A1_kxP·dIPruefZ",
    ),
)
