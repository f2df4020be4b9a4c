"""Credentials of Flutterwave."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FLUTTERWAVE_KEY = Credential(
    id="secret-flutterwave-key",
    title="Flutterwave secret key",
    service="Flutterwave",
    severity=Severity.CRITICAL,
    keywords=("flwseck-",),
    expression=token(r"FLWSECK-[0-9a-f]{32}-[0-9A-Za-z]{0,16}-?X"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it takes, refunds and pays out money.",
    revoke="Regenerate it in the dashboard.",
    also=("flutterwave-secret-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("FLW_SECRET_KEY=FLWSECK-fd9·e0f58ce00b424a80817992afc4ceb-X",),
    ignores=(
        "FLW_SECRET_KEY=FLWSECK-012·3456789abcdef0123456789abcdef-X",
        "FLW_SECRET_KEY=FLWSECK-4d2·2aa47dd4de2f8-X",
    ),
)
