"""Credentials of Rollbar."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ROLLBAR_TOKEN = Credential(
    id="secret-rollbar-token",
    title="Rollbar access token",
    service="Rollbar",
    severity=Severity.MEDIUM,
    keywords=("rollbar",),
    expression=keyed("rollbar", "[0-9a-f]{32}"),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it sends items, or reads those of the project.",
    revoke="Disable it under Project Access Tokens.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ROLLBAR_ACCESS_TOKEN=0a2·34304033aeaca16346dc10a32e506",),
    ignores=(
        "ROLLBAR_ACCESS_TOKEN=012·3456789abcdef0123456789abcdef",
        "ROLLBAR_ACCESS_TOKEN=7bf·813174a050867",
        "etag: bac·32cf2d2096df49397392c466cfd26",
    ),
)
