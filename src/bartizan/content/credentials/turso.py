"""Credentials of Turso."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TURSO_TOKEN = Credential(
    id="secret-turso-token",
    title="Turso database token",
    service="Turso",
    severity=Severity.HIGH,
    keywords=("turso", "libsql"),
    expression=after(
        r"(?:turso|libsql)[\w-]{0,24}?token", "eyJ[0-9A-Za-z_-]{10,}\\.eyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{20,}"
    ),
    entropy=3.0,
    check="jwt",
    grants="Whoever holds it reads and changes the database.",
    revoke="Rotate the tokens of the database.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "TURSO_AUTH_TOKEN=ey·JhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.ey·JhIjoicnciLCJpYXQiOjE3MTIzNDU2"
            "NzgsImlkIjoiN2MxZiJ9.XoXb_5KDy1gKOYhrg5H4szBzq_GamP2hVa7htHcfp3Bm7k1T1-GAiAozc9r7dTGXBhq"
            "48wZYkB-ZOWZrVO7xZC"
        ),
    ),
    ignores=("TU·RSO_AUTH_TOKEN=eyJhbGciOiJub25lIn0.eyJhIjoicncifQ.",),
)
