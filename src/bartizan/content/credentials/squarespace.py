"""Credentials of Squarespace."""

from bartizan.content.credentials.spelling import UUID, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SQUARESPACE_TOKEN = Credential(
    id="secret-squarespace-token",
    title="Squarespace API key",
    service="Squarespace",
    severity=Severity.MEDIUM,
    keywords=("squarespace",),
    expression=keyed("squarespace", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it reads and changes the orders of the shop.",
    revoke="Delete it under Developer API Keys.",
    also=("squarespace-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SQUARESPACE_API_KEY=1655f·dbb-554f-4cb2-a1ab·-630e158a5715",),
    ignores=(
        "SQUAR·ESPACE_API_KEY=00000000-0000-0000-0000-000000000000",
        "SQUARESPACE_API_KEY=5e08e·2a7-e1b9-4ca0-a55a-2909f86",
        "etag: bfd44·7fe-fbb8-4ecd-a887·-b755cf73a326",
    ),
)
