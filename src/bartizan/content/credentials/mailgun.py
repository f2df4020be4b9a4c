"""Credentials of Mailgun."""

from bartizan.content.credentials.spelling import HEX32, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MAILGUN_KEY = Credential(
    id="secret-mailgun-key",
    title="Mailgun API key",
    service="Mailgun",
    severity=Severity.HIGH,
    keywords=("key-", "mailgun"),
    expression=after(
        r"mailgun[\w. -]{0,20}?key|\bmg_api_key", "(?:key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it sends mail from the domains of the account and reads its log.",
    revoke="Delete it under API Security.",
    also=("mailgun-private-api-token",),
    source="https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt",
    finds=(
        "MAILGUN_API_KEY=key-730·353cc59c9ab8d320d7070fbb0c73d",
        "MAILGUN_API_KEY=845·7c903885f9d0f311aecf240b50a3b-003·93635-87b·ccdb1",
    ),
    ignores=(
        "MAILGUN_API_KEY=key-012·3456789abcdef0123456789abcdef",
        "MAILGUN_API_KEY=key-1d9·d640d17e5f18d",
    ),
)

MAILGUN_SIGNING_KEY = Credential(
    id="secret-mailgun-signing-key",
    title="Mailgun webhook signing key",
    service="Mailgun",
    severity=Severity.LOW,
    keywords=("mailgun",),
    expression=after(r"mailgun[\w. -]{0,20}?signing[\w. -]{0,6}?key", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it sends events that seem to come from Mailgun.",
    revoke="Regenerate it under Webhooks.",
    also=("mailgun-signing-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("MAILGUN_SIGNING_KEY=b9a·d794d6a0f6afa573550bceeed3ec5",),
    ignores=(
        "MAILGUN_SIGNING_KEY=012·3456789abcdef0123456789abcdef",
        "MAILGUN_SIGNING_KEY=92a·eea30e6088bc9",
    ),
)
