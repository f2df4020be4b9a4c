"""Credentials of Vultr."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

VULTR_KEY = Credential(
    id="secret-vultr-key",
    title="Vultr API key",
    service="Vultr",
    severity=Severity.CRITICAL,
    keywords=("vultr",),
    expression=keyed("vultr", "[0-9A-Z]{36}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it creates, reads and destroys machines of the account.",
    revoke="Regenerate it under Account, API.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("VULTR_API_KEY=5X7·MHSEWOF275IP2QDSVX·ACI5N2TRVR7MT10",),
    ignores=(
        "VULTR_API_KEY=ABC·DEFGHIJKLMNOPQRSTU·VWXYZ0123456789",
        "VULTR_API_KEY=6VU·PGNICEYHITWP6V8",
        "etag: D1O·GJD7YR74W9HB1I18YX·PQY968OGIBXGK42",
    ),
)
