"""Credentials of Resend."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

RESEND_KEY = Credential(
    id="secret-resend-key",
    title="Resend API key",
    service="Resend",
    severity=Severity.HIGH,
    keywords=("resend",),
    expression=token(r"re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it sends mail from the domains of the account.",
    revoke="Delete it under API Keys.",
    source="https://resend.com/docs/dashboard/api-keys/introduction",
    finds=("RESEND_API_KEY=re_uIm·uS1zF_3Vw·YtoqNfd6fn56SNgE4717C",),
    ignores=(
        "RESEND_API_KEY=re_012·34567_012·3456789abcdefghijklmn",
        "RESEND_API_KEY=re_4hY·M_Ucq·rdjZJy8Ow",
    ),
)
