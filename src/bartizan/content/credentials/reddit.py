"""Credentials of Reddit."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

REDDIT_SECRET = Credential(
    id="secret-reddit-secret",
    title="Reddit client secret",
    service="Reddit",
    severity=Severity.LOW,
    keywords=("reddit",),
    expression=after(r"reddit[\w. -]{0,16}?secret", "[0-9A-Za-z_-]{27,30}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it poses as the application.",
    revoke="Make a new secret in the preferences.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("REDDIT_CLIENT_SECRET=Z2y·Q8GLHHE2WpX0Bg_jJnK43hHa",),
    ignores=(
        "REDDIT_CLIENT_SECRET=012·3456789abcdefghijklmnopq",
        "REDDIT_CLIENT_SECRET=q2c·YpBbHAYVZo",
    ),
)
