"""Credentials of Akeyless."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AKEYLESS_KEY = Credential(
    id="secret-akeyless-key",
    title="Akeyless access key",
    service="Akeyless",
    severity=Severity.CRITICAL,
    keywords=("akeyless",),
    expression=keyed("akeyless", "[0-9A-Za-z+/]{43}="),
    entropy=4.0,
    check="base64-key",
    grants="Whoever holds it, and the access id, reads the secrets that its role allows.",
    revoke="Reset the access key of the authentication method.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("AKEYLESS_ACCESS_KEY=ayX·lpEuJ5okH3C3GtfMJlZOUG·on4P1rVaNRP4bZgmeg=",),
    ignores=(
        "AKEY·LESS_ACCESS_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "AKEYLESS_ACCESS_KEY=2lm·Qb4qpBodnv8D6IkSFAx",
        "etag: fQX·0QyGroOu4mXc/JAmFwAyhj·ZTiG/hqXqwdgbQmJfQ=",
    ),
)
