"""Credentials of RapidAPI."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

RAPIDAPI_KEY = Credential(
    id="secret-rapidapi-key",
    title="RapidAPI key",
    service="RapidAPI",
    severity=Severity.MEDIUM,
    keywords=("rapidapi",),
    expression=after(r"(?:x-)?rapid_?api[\w. -]{0,16}?key", "[0-9a-f]{10}msh[0-9a-f]{15}p1[0-9a-f]{5}jsn[0-9a-f]{12}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it uses the interfaces the account subscribed to, at its cost.",
    revoke="Delete it in the security settings of the application.",
    also=("rapidapi-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("X-RapidAPI-Key: 73b·0d7cd96msh3cc·ff52fcf34c65p194a·d5jsn7fa·32b70ad0b",),
    ignores=(
        "X-RapidAPI-Key: 012·3456789msh012·3456789abcdep1012·34jsn012·3456789ab",
        "X-RapidAPI-Key: 55d·15msh42d·891fp19·djsn6a4·605",
    ),
)
