"""Credentials of Brevo."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BREVO_KEY = Credential(
    id="secret-brevo-key",
    title="Brevo API key",
    service="Brevo",
    severity=Severity.HIGH,
    keywords=("xkeysib-", "xsmtpsib-"),
    expression=token(r"x(?:key|smtp)sib-[0-9a-f]{64}-[0-9A-Za-z]{16}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it sends mail from the domains of the account and reads its contacts.",
    revoke="Delete it under SMTP & API.",
    also=("sendinblue-api-token",),
    source="https://developers.brevo.com/docs/how-it-works",
    finds=(
        (
            "SENDINBLUE_API_KEY=xkeysib-b2b·5ed5961b0414241c34ca44c268fd1fe2·46669cba3613f0045b0572db"
            "00e5c-LTJ·9Tzd7EQsFjpIR"
        ),
    ),
    ignores=(
        (
            "SENDINBLUE_API_KEY=xkeysib-012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789a"
            "bcdef-012·3456789abcdef"
        ),
        "SENDINBLUE_API_KEY=xkeysib-c34·598fa9f550af6e1e884f935daeaef-oG6·yub5l",
    ),
)
