"""Credentials of Codecov."""

from bartizan.content.credentials.spelling import UUID, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CODECOV_TOKEN = Credential(
    id="secret-codecov-token",
    title="Codecov upload token",
    service="Codecov",
    severity=Severity.LOW,
    keywords=("codecov",),
    expression=keyed("codecov", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it uploads coverage reports for the repository.",
    revoke="Regenerate it in the settings of the repository.",
    source="https://docs.codecov.com/docs/codecov-tokens",
    finds=("CODECOV_TOKEN=9f756·977-b41e-46ae-aad6·-e8cb8507b77c",),
    ignores=(
        "COD·ECOV_TOKEN=00000000-0000-0000-0000-000000000000",
        "CODECOV_TOKEN=b1855·fda-1643-4890-aac8-8b37a26",
        "etag: 187a6·027-12f6-4ee6-a461·-c678e435eccb",
    ),
)
