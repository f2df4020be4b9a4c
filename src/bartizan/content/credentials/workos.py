"""Credentials of WorkOS."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

WORKOS_KEY = Credential(
    id="secret-workos-key",
    title="WorkOS API key",
    service="WorkOS",
    severity=Severity.CRITICAL,
    keywords=("a2v5",),
    expression=token(r"sk_(?:live|prod)_a2V5[0-9A-Za-z]{60,100}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it manages the users and connections of the environment.",
    revoke="Revoke it under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(("WORKOS_API_KEY=sk_live_a2V5·OiD·eKYEvybwN6ineIWVvhYr4ZKk0aGSrbd5lwLE·8YwyEtL1RKVlzZ09FzVGcYp7Qhea4mqKg"),),
    ignores=(
        ("WORKOS_API_KEY=sk_live_a2V5·012·3456789abcdefghijklmnopqrstuvwxyzABC·DEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
        "WORKOS_API_KEY=sk_live_a2V5·asJ·wQOHnhorExSJlUF5TA·WAe4izgLGg17b3v",
    ),
)
