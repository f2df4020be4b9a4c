"""Credentials of LinkedIn."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

LINKEDIN_SECRET = Credential(
    id="secret-linkedin-secret",
    title="LinkedIn client secret",
    service="LinkedIn",
    severity=Severity.MEDIUM,
    keywords=("linkedin", "wpl_"),
    expression=after(
        r"linkedin[\w. -]{0,16}?secret", "(?:WPL_AP[01]\\.[0-9A-Za-z]{16}\\.[0-9A-Za-z]{6,8}={0,2}|[0-9A-Za-z]{16})"
    ),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it poses as the application.",
    revoke="Make a second secret, then delete this one.",
    also=("linkedin-client-secret",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("LINKEDIN_CLIENT_SECRET=Y1Q·Mhr765bZIBio5",),
    ignores=(
        "LINKEDIN_CLIENT_SECRET=012·3456789abcdef",
        "LINKEDIN_CLIENT_SECRET=M3F·YBeq0",
    ),
)
