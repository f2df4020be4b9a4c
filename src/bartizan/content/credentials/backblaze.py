"""Credentials of Backblaze."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BACKBLAZE_KEY = Credential(
    id="secret-backblaze-key",
    title="Backblaze B2 application key",
    service="Backblaze",
    severity=Severity.HIGH,
    keywords=("backblaze", "b2_"),
    expression=after(r"(?:backblaze|b2)[\w. -]{0,20}?(?:application[_-]?)?key", "K00[0-9][0-9A-Za-z+/]{27}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it and its id reads and writes the buckets it covers.",
    revoke="Delete it under Application Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("B2_APPLICATION_KEY=K003RJ/·T6RJ5zUTGbTlJ7kHB6hKC0t7",),
    ignores=(
        "B2_APPLICATION_KEY=K003012·3456789abcdefghijklmnopq",
        "B2_APPLICATION_KEY=K003Ks8·PxIbkSwp1D",
    ),
)
