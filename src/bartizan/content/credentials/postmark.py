"""Credentials of Postmark."""

from bartizan.content.credentials.spelling import UUID, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

POSTMARK_TOKEN = Credential(
    id="secret-postmark-token",
    title="Postmark server token",
    service="Postmark",
    severity=Severity.HIGH,
    keywords=("postmark",),
    expression=keyed("postmark", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it sends mail from the domains of the server and reads what it sent.",
    revoke="Delete it under API Tokens of the server.",
    source="https://postmarkapp.com/developer/api/overview",
    finds=("POSTMARK_API_TOKEN=99ea0·3c6-8e2d-41d8-a91a·-848fb408289b",),
    ignores=(
        "POST·MARK_API_TOKEN=00000000-0000-0000-0000-000000000000",
        "POSTMARK_API_TOKEN=7f690·76e-eb27-40dc-a8c7-c0d20f0",
        "etag: 2daa7·6d0-5962-4eab-ac52·-74971019a502",
    ),
)
