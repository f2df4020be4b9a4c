"""Credentials of Modal."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MODAL_TOKEN = Credential(
    id="secret-modal-token",
    title="Modal token secret",
    service="Modal",
    severity=Severity.HIGH,
    keywords=("modal_token", "modal token"),
    expression=after(r"(?:modal_token_secret|modal token set[^\r\n]{0,60}--token-secret)", "as-[0-9A-Za-z]{22}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it and its id runs code in the workspace and reads its secrets.",
    revoke="Delete it in the settings under API Tokens.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("MODAL_TOKEN_SECRET=as-Rsj·M1tjZiLVzOsgsY5rkwe",),
    ignores=(
        "MODAL_TOKEN_SECRET=as-012·3456789abcdefghijkl",
        "MODAL_TOKEN_SECRET=as-oUY·0VDmq8s1",
    ),
)
