"""Credentials of Trigger.dev."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TRIGGER_KEY = Credential(
    id="secret-trigger-key",
    title="Trigger.dev key",
    service="Trigger.dev",
    severity=Severity.MEDIUM,
    keywords=("tr_prod_", "tr_pat_"),
    expression=token(r"tr_(?:prod|pat)_[0-9A-Za-z]{20,40}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it starts tasks with data of their choice, and reads what they did.",
    revoke="Rotate it in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TRIGGER_SECRET_KEY=tr_prod_JQF·SQaWZMgC3WC3focvfqJ2S",),
    ignores=(
        "TRIGGER_SECRET_KEY=tr_prod_012·3456789abcdefghijklmn",
        "TRIGGER_SECRET_KEY=tr_prod_dPQ·PK3ymDLQv",
    ),
)
