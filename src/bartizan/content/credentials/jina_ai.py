"""Credentials of Jina AI."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

JINA_KEY = Credential(
    id="secret-jina-key",
    title="Jina AI API key",
    service="Jina AI",
    severity=Severity.MEDIUM,
    keywords=("jina_",),
    expression=dashed(r"jina_[0-9a-f]{32}[0-9A-Za-z_-]{28}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("JINA_API_KEY=jina_98f·9d498a3715e22698ae558770406543f3·l2ynVz35czHOoP5ud8iWHLwt3",),
    ignores=(
        "JINA_API_KEY=jina_012·3456789abcdef0123456789abcdef012·3456789abcdefghijklmnopqr",
        "JINA_API_KEY=jina_28f·640e5d6daadf8sBk·PRWKOEK_-TK",
    ),
)
