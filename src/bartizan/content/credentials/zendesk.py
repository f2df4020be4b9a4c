"""Credentials of Zendesk."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ZENDESK_TOKEN = Credential(
    id="secret-zendesk-token",
    title="Zendesk API token",
    service="Zendesk",
    severity=Severity.HIGH,
    keywords=("zendesk",),
    expression=keyed("zendesk", "[0-9A-Za-z]{40}"),
    entropy=3.8,
    check="unlikely",
    grants="Whoever holds it and a mail address acts as any agent: reads all tickets.",
    revoke="Delete it in the Admin Center under API.",
    also=("zendesk-secret-key",),
    source="https://developer.zendesk.com/api-reference/introduction/security-and-auth/",
    finds=("ZENDESK_API_TOKEN=Umi·57FK2tVyrmuesn6bRXwZ·WUlYeXaMpNnrvTK6G",),
    ignores=(
        "ZENDESK_API_TOKEN=012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "ZENDESK_API_TOKEN=TLY·oJgqQIVi04z4lSaEJ",
        "etag: kKs·sp6sWS5PSwBFLJYmkJAD·vh8sejixHQ45OhNKJ",
    ),
)
