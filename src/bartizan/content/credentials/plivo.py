"""Credentials of Plivo."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PLIVO_TOKEN = Credential(
    id="secret-plivo-token",
    title="Plivo auth token",
    service="Plivo",
    severity=Severity.MEDIUM,
    keywords=("plivo",),
    expression=keyed("plivo", "[0-9A-Za-z]{40}"),
    entropy=3.8,
    check="unlikely",
    grants="Whoever holds it and the auth id sends messages at the cost of the account.",
    revoke="Reset it in the console.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("PLIVO_AUTH_TOKEN=lFc·RKCd7Gy0ByBD59dnsoNT·fW35ERy1FwqRAjit7",),
    ignores=(
        "PLIVO_AUTH_TOKEN=012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "PLIVO_AUTH_TOKEN=VTs·TPvbH2OMrvJyqXiGk",
        "etag: C8Q·4uDb4NZSbLz5toPS3SMR·q2IXCDXdvdKeIIZJS",
    ),
)
