"""Credentials of Mailjet."""

from bartizan.content.credentials.spelling import HEX32, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MAILJET_SECRET = Credential(
    id="secret-mailjet-secret",
    title="Mailjet secret key",
    service="Mailjet",
    severity=Severity.HIGH,
    keywords=("mailjet", "mj_"),
    expression=after(r"(?:mailjet|mj)[\w. -]{0,16}?(?:secret|private)[\w. -]{0,6}(?:key)?", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and the API key sends mail from the domains of the account.",
    revoke="Regenerate it under API Key Management.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("MJ_APIKEY_PRIVATE=a00·bc1241583c0288a0793e126c879c6",),
    ignores=(
        "MJ_APIKEY_PRIVATE=012·3456789abcdef0123456789abcdef",
        "MJ_APIKEY_PRIVATE=c35·b0d73432f3d87",
    ),
)
