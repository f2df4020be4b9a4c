"""Credentials of PubNub."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PUBNUB_SECRET = Credential(
    id="secret-pubnub-secret",
    title="PubNub secret key",
    service="PubNub",
    severity=Severity.MEDIUM,
    keywords=("sec-c-",),
    expression=dashed(r"sec-c-[0-9A-Za-z]{48}={0,2}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it grants access to all channels of the key set.",
    revoke="Make a new key set.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=('secretKey: "sec-c-kjg·9pgattlHLD8vMMiJYFkIaduG·f9x2Yxjw4wYEfgjbupimV"',),
    ignores=(
        'secretKey: "sec-c-012·3456789abcdefghijklmnopq·rstuvwxyzABCDEFGHIJKL"',
        'secretKey: "sec-c-TK4·I7g9diD8rcUvgb8diaKw0"',
    ),
)
