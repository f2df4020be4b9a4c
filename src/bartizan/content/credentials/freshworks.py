"""Credentials of Freshworks."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FRESHDESK_KEY = Credential(
    id="secret-freshdesk-key",
    title="Freshdesk API key",
    service="Freshworks",
    severity=Severity.HIGH,
    keywords=("freshdesk", "freshservice"),
    expression=keyed("fresh(?:desk|service|works)", "[0-9A-Za-z_-]{19,20}"),
    entropy=3.3,
    check="mixed",
    grants="Whoever holds it acts as the agent: reads all tickets.",
    revoke="Reset it in the profile.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("FRESHDESK_API_KEY=ju7·lqASpVY6xLB8DjKG0",),
    ignores=(
        "FRESHDESK_API_KEY=012·3456789abcdefghij",
        "FRESHDESK_API_KEY=3eY·nlq1yw3",
        "etag: Vk9·Xr8TZuBPLPC3tVZvD",
    ),
)
