"""Credentials of Paystack."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PAYSTACK_KEY = Credential(
    id="secret-paystack-key",
    title="Paystack secret key",
    service="Paystack",
    severity=Severity.CRITICAL,
    keywords=("sk_live_",),
    expression=token(r"sk_live_[0-9a-f]{40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it takes, refunds and pays out money.",
    revoke="Generate a new key in the dashboard.",
    source="https://paystack.com/docs/api/authentication/",
    finds=("PAYSTACK_SECRET_KEY=sk_live_082·cf253b2a8d1c2ac0cb8c·83badb68ae9a8a07c",),
    ignores=(
        "PAYSTACK_SECRET_KEY=sk_live_012·3456789abcdef0123456·789abcdef01234567",
        "PAYSTACK_SECRET_KEY=sk_live_17d·f98963675797006aa",
    ),
)
