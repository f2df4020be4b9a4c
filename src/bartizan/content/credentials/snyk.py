"""Credentials of Snyk."""

from bartizan.content.credentials.spelling import UUID, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SNYK_TOKEN = Credential(
    id="secret-snyk-token",
    title="Snyk API token",
    service="Snyk",
    severity=Severity.MEDIUM,
    keywords=("snyk",),
    expression=keyed("snyk", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it reads the list of what is vulnerable in the projects.",
    revoke="Revoke it in the account settings.",
    also=("snyk-api-token",),
    source="https://docs.snyk.io/snyk-api/authentication-for-api",
    finds=("SNYK_TOKEN=a0b05·1cc-75bf-4fa4-a76b·-77b14d489e8e",),
    ignores=(
        "SN·YK_TOKEN=00000000-0000-0000-0000-000000000000",
        "SNYK_TOKEN=10e73·542-0216-4053-ac86-2abf645",
        "etag: af4ab·e09-ae9c-4e48-a9eb·-3b19215157a4",
    ),
)
