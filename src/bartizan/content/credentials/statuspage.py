"""Credentials of Statuspage."""

from bartizan.content.credentials.spelling import UUID, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

STATUSPAGE_KEY = Credential(
    id="secret-statuspage-key",
    title="Statuspage API key",
    service="Statuspage",
    severity=Severity.MEDIUM,
    keywords=("statuspage",),
    expression=keyed("statuspage", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it tells the public what is down.",
    revoke="Regenerate it in the settings of the user.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("STATUSPAGE_API_KEY=77d79·4c0-9daa-42ab-a629·-b50ba609ff5e",),
    ignores=(
        "STATU·SPAGE_API_KEY=00000000-0000-0000-0000-000000000000",
        "STATUSPAGE_API_KEY=e6476·f9f-2c68-45de-a88c-530fe84",
        "etag: 3222e·7ae-66c2-4c20-a5cc·-699d3a2a01ca",
    ),
)
