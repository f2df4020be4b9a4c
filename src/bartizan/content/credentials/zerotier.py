"""Credentials of ZeroTier."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ZEROTIER_TOKEN = Credential(
    id="secret-zerotier-token",
    title="ZeroTier API token",
    service="ZeroTier",
    severity=Severity.HIGH,
    keywords=("zerotier",),
    expression=keyed("zerotier", "[0-9A-Za-z]{32}"),
    entropy=3.5,
    check="unlikely",
    grants="Whoever holds it lets machines into the private network.",
    revoke="Delete it in the account settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ZEROTIER_CENTRAL_TOKEN=1uD·EG53pIi1EMoJzo5NmxxffbmsMsaKg",),
    ignores=(
        "ZEROTIER_CENTRAL_TOKEN=012·3456789abcdefghijklmnopqrstuv",
        "ZEROTIER_CENTRAL_TOKEN=mCz·Qg4H0kzhXQ3ah",
        "etag: A7u·nnsUaUoq75MSdPlIf8OD7IwaLZrTr",
    ),
)
