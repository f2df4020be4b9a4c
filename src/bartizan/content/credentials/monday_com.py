"""Credentials of monday.com."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MONDAY_TOKEN = Credential(
    id="secret-monday-token",
    title="monday.com API token",
    service="monday.com",
    severity=Severity.MEDIUM,
    keywords=("monday",),
    expression=after(
        r"monday[\w. -]{0,16}?(?:token|key)", "eyJ[0-9A-Za-z_-]{10,}\\.eyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{20,}"
    ),
    entropy=3.0,
    check="jwt",
    grants="Whoever holds it reads and changes the boards of the user.",
    revoke="Regenerate it in the developer centre.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "MONDAY_API_TOKEN=ey·JhbGciOiJIUzI1NiJ9.ey·J0aWQiOjMxMjM0NTY3OCwiYWFpIjoxMSwidWlkIjo0MTIz"
            "NDU2NywiYWN0aWQiOjE1MTIzNDUsInJnbiI6InVzZTEifQ.0XpmKFQTxEQeXqM7K1_y5YEXr2QoVbje-q4FjzneIgh"
        ),
    ),
    ignores=("MON·DAY_API_TOKEN=eyJhbGciOiJIUzI1NiJ9",),
)
