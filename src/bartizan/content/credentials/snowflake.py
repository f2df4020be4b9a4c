"""Credentials of Snowflake."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SNOWFLAKE_TOKEN = Credential(
    id="secret-snowflake-token",
    title="Snowflake programmatic access token",
    service="Snowflake",
    severity=Severity.CRITICAL,
    keywords=("snowflake",),
    expression=after(
        r"snowflake[\w-]{0,20}?(?:token|pat|password)",
        "eyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{20,}\\.[0-9A-Za-z_-]{20,}",
    ),
    entropy=3.0,
    check="jwt",
    grants="Whoever holds it acts as the user, in the role the token was made for.",
    revoke="Remove the token from the user.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "SNOWFLAKE_TOKEN=ey·JhbGciOiJFUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjcxIn0.ey·JwIjoiMTgiLCJpc3"
            "MiOiJTRjoxMDQ5IiwiZXhwIjoxODkwMDAwMDAwfQ.HTp9ugB0V3ZPn3Nw8Wb5aIFXE-9sHW2-p9a6iqSBV-Rc58S"
            "XUVre47ogiU1xrkzwks-EKj7cy1tQK3JUJAGCn3"
        ),
    ),
    ignores=("SNOW·FLAKE_TOKEN=eyJhbGciOiJFUzI1NiJ9.x.y",),
)

SNOWFLAKE_PASSWORD = Credential(
    id="secret-snowflake-password",
    title="Snowflake password",
    service="Snowflake",
    severity=Severity.CRITICAL,
    keywords=("snowflake",),
    expression=(
        r"(?i:snowflake[\w-]{0,20}?(?:password|pwd|passphrase)[\"']?\s{0,4}[:=]\s{0,4}[\"']?)"
        r"(?P<secret>[^\s\"'`;,]{8,100})"
    ),
    entropy=2.8,
    check="bare-password",
    grants="Whoever holds it and the user name reads the data of the account, unless more is asked.",
    revoke="Change it, and use key pairs or federation.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SNOW·FLAKE_PASSWORD=A1D·eHSdVzYpdyTzt",),
    ignores=(
        "SNOW·FLAKE_PASSWORD=${SNOWFLAKE_PASSWORD}",
        "snow·flake_password = var.password",
        "SNOWFLAKE_PASSWORD=012·3456789abcdef",
        "SNOWFLAKE_PASSWORD=aPc·eg0ka",
    ),
)
