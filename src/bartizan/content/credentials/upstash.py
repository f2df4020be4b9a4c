"""Credentials of Upstash."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

UPSTASH_TOKEN = Credential(
    id="secret-upstash-token",
    title="Upstash Redis REST token",
    service="Upstash",
    severity=Severity.HIGH,
    keywords=("upstash",),
    expression=after(
        r"upstash[\w-]{0,24}?token",
        "(?:A[0-9A-Za-z]{2,5}AA[0-9A-Za-z_+/-]{30,110}={0,2}|[0-9A-Za-z+/_-]{56,120}={0,2})",
    ),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it reads and changes all that is in the database.",
    revoke="Reset the credentials of the database.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=('UPSTASH_REDIS_REST_TOKEN="AXpjcAAVgl·lal8AnvgC2SdYio2C3B7dSBvo·d8j0JR5ms8ZskwlHCdJPQm"',),
    ignores=(
        'UPSTASH_REDIS_REST_TOKEN="AX012AA012·3456789abcdefghijklmnopqr·stuvwxyzABCDEFGHIJKLMN"',
        'UPSTASH_REDIS_REST_TOKEN="AXCvsAAW9h·Gap9Y4MHoGE4Iqp7KETb5X"',
    ),
)
