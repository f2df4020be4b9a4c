"""Credentials of Plaid."""

from bartizan.content.credentials.spelling import UUID, after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PLAID_SECRET = Credential(
    id="secret-plaid-secret",
    title="Plaid secret",
    service="Plaid",
    severity=Severity.CRITICAL,
    keywords=("plaid",),
    expression=after(r"plaid[\w. -]{0,16}?secret[\w. -]{0,8}", "[0-9a-f]{30}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and access tokens reads the bank accounts of users.",
    revoke="Rotate it in the dashboard under Keys.",
    also=("plaid-secret-key",),
    source="https://plaid.com/docs/account/security/",
    finds=("PLAID_SECRET=247·344af36c96e438d7729a0505d96",),
    ignores=(
        "PLAID_SECRET=012·3456789abcdef0123456789abcd",
        "PLAID_SECRET=495·411a44666984",
    ),
)

PLAID_TOKEN = Credential(
    id="secret-plaid-token",
    title="Plaid access token",
    service="Plaid",
    severity=Severity.HIGH,
    keywords=("access-production-", "access-development-"),
    expression=token(r"access-(?:production|development)-" + UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it and the secret reads the bank account of a user.",
    revoke="Invalidate it with the interface for items.",
    also=("plaid-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("access_token: access-production-0954e·bd1-8aef-424c-a1f9·-919a3b0ed690",),
    ignores=(
        "access_token: access-pr·oduction-00000000-0000-0000-0000-000000000000",
        "access_token: access-production-66b78·36c-fbe6-461a-a411-820eadc",
    ),
)
