"""Credentials of Sendbird."""

from bartizan.content.credentials.spelling import HEX40, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SENDBIRD_TOKEN = Credential(
    id="secret-sendbird-token",
    title="Sendbird API token",
    service="Sendbird",
    severity=Severity.HIGH,
    keywords=("sendbird",),
    expression=keyed("sendbird", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it reads and writes as any user of the application.",
    revoke="Revoke it in the settings of the application.",
    also=("sendbird-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SENDBIRD_API_TOKEN=745·00ced5c0e6a2745802ce·d21031c14dc1ed18d",),
    ignores=(
        "SENDBIRD_API_TOKEN=012·3456789abcdef0123456·789abcdef01234567",
        "SENDBIRD_API_TOKEN=09e·52fd81b9ee1363556",
        "etag: a52·370008a2c6333ba5a3d5·0fc0d8db0239f3c68",
    ),
)
