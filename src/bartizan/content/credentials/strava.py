"""Credentials of Strava."""

from bartizan.content.credentials.spelling import HEX40, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

STRAVA_SECRET = Credential(
    id="secret-strava-secret",
    title="Strava client secret",
    service="Strava",
    severity=Severity.LOW,
    keywords=("strava",),
    expression=after(r"strava[\w. -]{0,16}?secret", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it poses as the application.",
    revoke="Generate a new secret in the settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("STRAVA_CLIENT_SECRET=ca5·261e2aa4ee5c995c8999·8f9282a1a3c77c149",),
    ignores=(
        "STRAVA_CLIENT_SECRET=012·3456789abcdef0123456·789abcdef01234567",
        "STRAVA_CLIENT_SECRET=c75·4c24f03083b87b50f",
    ),
)
