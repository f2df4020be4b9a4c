"""Credentials of Twitch."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TWITCH_SECRET = Credential(
    id="secret-twitch-secret",
    title="Twitch client secret",
    service="Twitch",
    severity=Severity.MEDIUM,
    keywords=("twitch",),
    expression=after(r"twitch[\w. -]{0,16}?(?:secret|token)", "[0-9a-z]{30}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it poses as the application.",
    revoke="Make a new secret in the developer console.",
    also=("twitch-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TWITCH_CLIENT_SECRET=y4v·a0nys3t8258ri9ziwgqleujd697",),
    ignores=(
        "TWITCH_CLIENT_SECRET=abc·defghijklmnopqrstuvwxyz0123",
        "TWITCH_CLIENT_SECRET=jc3·leyrj5s2ald3",
    ),
)
