"""Credentials of Voyage AI."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

VOYAGE_KEY = Credential(
    id="secret-voyage-key",
    title="Voyage AI API key",
    service="Voyage AI",
    severity=Severity.MEDIUM,
    keywords=("voyage",),
    expression=after(r"voyage[\w. -]{0,20}?key", "pa-[0-9A-Za-z_-]{43}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("VOYAGE_API_KEY=pa-aHV·ncIdCMu19xrCmCjuSnuJu·heXjXsIhqms2tLhnFiG",),
    ignores=(
        "VOYAGE_API_KEY=pa-012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "VOYAGE_API_KEY=pa-b0J·osYeB3KJwS8nDkbS2I",
    ),
)
