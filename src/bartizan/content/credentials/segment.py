"""Credentials of Segment."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SEGMENT_TOKEN = Credential(
    id="secret-segment-token",
    title="Segment public API token",
    service="Segment",
    severity=Severity.HIGH,
    keywords=("sgp_",),
    expression=token(r"sgp_[0-9A-Za-z]{64}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it manages the workspace: where the data of users goes.",
    revoke="Delete it under Access Management.",
    source="https://segment.com/docs/api/public-api/",
    finds=("SEGMENT_TOKEN=sgp_ADr·kdJ90ALlAvnTP5JN1xlA8LuKkRr6JNLW·8QnQV9yhXZukenjH6NEF97Mi7Z4Hs",),
    ignores=(
        "SEGMENT_TOKEN=sgp_012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "SEGMENT_TOKEN=sgp_uAY·PorI6eUwrMdA93OZ1Rr18CMVnfOlu",
    ),
)
