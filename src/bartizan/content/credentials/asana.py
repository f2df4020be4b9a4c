"""Credentials of Asana."""

from bartizan.content.credentials.spelling import HEX32, after, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ASANA_TOKEN = Credential(
    id="secret-asana-token",
    title="Asana personal access token",
    service="Asana",
    severity=Severity.MEDIUM,
    keywords=("asana",),
    expression=keyed("asana", "[0-2]/[0-9]{12,17}(?:/[0-9]{12,17})?:[0-9a-f]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and changes the tasks of the user.",
    revoke="Delete it in the developer console.",
    source="https://developers.asana.com/docs/personal-access-token",
    finds=("ASANA_TOKEN=1/446·1227418853462:3c9·69195da97cd47cb26851b90ddd8f5",),
    ignores=(
        "ASANA_TOKEN=1/123·4567890123456:012·3456789abcdef0123456789abcdef",
        "ASANA_TOKEN=1/098·05841:656·617846e66cadd",
    ),
)

ASANA_SECRET = Credential(
    id="secret-asana-secret",
    title="Asana client secret",
    service="Asana",
    severity=Severity.MEDIUM,
    keywords=("asana",),
    expression=after(r"asana[\w. -]{0,16}?secret", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it poses as the application.",
    revoke="Reset it in the developer console.",
    also=("asana-client-secret",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ASANA_CLIENT_SECRET=f5f·5f1ad753fde38763079d33fb6f82e",),
    ignores=(
        "ASANA_CLIENT_SECRET=012·3456789abcdef0123456789abcdef",
        "ASANA_CLIENT_SECRET=5da·f1617ce1e4976",
    ),
)
