"""Credentials of EasyPost."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

EASYPOST_KEY = Credential(
    id="secret-easypost-key",
    title="EasyPost API key",
    service="EasyPost",
    severity=Severity.HIGH,
    keywords=("ezak",),
    expression=token(r"EZAK[0-9A-Za-z]{54}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it buys postage at the cost of the account.",
    revoke="Delete it under API Keys.",
    also=("easypost-api-token",),
    source="https://docs.easypost.com/docs/authentication",
    finds=("EASYPOST_API_KEY=EZAKXbo·TkUlieeZi08sxCc92pqeLp45NIi·mTTiZzgCHgnBDrGCwE19uofA",),
    ignores=(
        "EASYPOST_API_KEY=EZAK012·3456789abcdefghijklmnopqrst·uvwxyzABCDEFGHIJKLMNOPQR",
        "EASYPOST_API_KEY=EZAKcXU·GhwILfDyXzZOHShQqzUmT9aq",
    ),
)
