"""Credentials of Pusher."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PUSHER_SECRET = Credential(
    id="secret-pusher-secret",
    title="Pusher secret",
    service="Pusher",
    severity=Severity.MEDIUM,
    keywords=("pusher",),
    expression=after(r"pusher[\w. -]{0,16}?secret", "[0-9a-f]{20}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and the key publishes to all channels of the application.",
    revoke="Make new keys under App Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("PUSHER_APP_SECRET=6c1·9a2d510660e682755",),
    ignores=(
        "PUSHER_APP_SECRET=012·3456789abcdef0123",
        "PUSHER_APP_SECRET=c52·fb82d4e",
    ),
)
