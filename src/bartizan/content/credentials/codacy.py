"""Credentials of Codacy."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CODACY_TOKEN = Credential(
    id="secret-codacy-token",
    title="Codacy token",
    service="Codacy",
    severity=Severity.LOW,
    keywords=("codacy",),
    expression=keyed("codacy", "(?:[0-9a-f]{32}|[0-9A-Za-z]{20})"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it uploads reports or reads the analyses.",
    revoke="Delete it in the settings of the repository or the account.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("CODACY_PROJECT_TOKEN=3f9·ba371d1502d057fef50616cbef4cb",),
    ignores=(
        "CODACY_PROJECT_TOKEN=012·3456789abcdef0123456789abcdef",
        "CODACY_PROJECT_TOKEN=482·60de5070f8696",
        "etag: 500·52f47b8de357bbb65976c9f3eeadb",
    ),
)
