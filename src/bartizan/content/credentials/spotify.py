"""Credentials of Spotify."""

from bartizan.content.credentials.spelling import HEX32, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SPOTIFY_SECRET = Credential(
    id="secret-spotify-secret",
    title="Spotify client secret",
    service="Spotify",
    severity=Severity.LOW,
    keywords=("spotify",),
    expression=after(r"spotify[\w. -]{0,16}?secret", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it poses as the application.",
    revoke="Rotate it in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SPOTIFY_CLIENT_SECRET=85b·c5c590c462837510bc72451b667e0",),
    ignores=(
        "SPOTIFY_CLIENT_SECRET=012·3456789abcdef0123456789abcdef",
        "SPOTIFY_CLIENT_SECRET=c96·9bd7233fd6ccd",
    ),
)
