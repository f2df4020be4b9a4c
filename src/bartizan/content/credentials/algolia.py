"""Credentials of Algolia."""

from bartizan.content.credentials.spelling import HEX32, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ALGOLIA_KEY = Credential(
    id="secret-algolia-key",
    title="Algolia API key",
    service="Algolia",
    severity=Severity.MEDIUM,
    keywords=("algolia",),
    expression=after(
        r"algolia[_. -]?(?:app[_. -]?)?(?:(?:admin|write|private|secret)[\w. -]{0,12}?key|api[_-]?key)", HEX32
    ),
    entropy=3.0,
    check="mixed",
    grants=(
        "Whoever holds it reads, and with an admin key changes, the indexes; search-only keys are meant to be seen."
    ),
    revoke="Regenerate it under API Keys.",
    also=("algolia-api-key",),
    source="https://www.algolia.com/doc/guides/security/api-keys/",
    finds=("ALGOLIA_ADMIN_API_KEY=e0d·9ff24017463befaf4b57610c674f2",),
    ignores=(
        "ALGOLIA_SEARCH_API_KEY=f21·0eca0639cbf9d1f095cdf700a8da9",
        "ALGOLIA_ADMIN_API_KEY=012·3456789abcdef0123456789abcdef",
        "ALGOLIA_ADMIN_API_KEY=ddd·29bed8d1bf595",
        "etag: eaf·dcd541a13a78358341f0a3647b297",
    ),
)
