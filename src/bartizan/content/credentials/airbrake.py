"""Credentials of Airbrake."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AIRBRAKE_KEY = Credential(
    id="secret-airbrake-key",
    title="Airbrake key",
    service="Airbrake",
    severity=Severity.LOW,
    keywords=("airbrake",),
    expression=keyed("airbrake", "(?:[0-9a-f]{32}|[0-9a-f]{40})"),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it sends errors, or reads those of the projects.",
    revoke="Regenerate it in the settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("AIRBRAKE_API_KEY=0d0·cf52424cd667e4f11cd02535a291e",),
    ignores=(
        "AIRBRAKE_API_KEY=012·3456789abcdef0123456789abcdef",
        "AIRBRAKE_API_KEY=0f1·f1c387bb67f32",
        "etag: 78d·9d0e8c31ee485bebbc48fbde7da90",
    ),
)
