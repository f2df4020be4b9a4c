"""Credentials of Square."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SQUARE_TOKEN = Credential(
    id="secret-square-token",
    title="Square access token",
    service="Square",
    severity=Severity.CRITICAL,
    keywords=("sq0atp-", "eaaa"),
    expression=dashed(r"sq0atp-[0-9A-Za-z_-]{22}|EAAA[A-Zl][0-9A-Za-z_-]{59}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it takes and refunds payments, and reads customers and orders.",
    revoke="Replace it in the developer dashboard.",
    also=("square-access-token",),
    source="https://developer.squareup.com/docs/build-basics/access-tokens",
    finds=(
        "SQUARE_ACCESS_TOKEN=sq0atp-r8w·ujuW4ee6AeLfzOLSa36",
        'accessToken: "EAAAErTh·QsodRsVyCcE-jdesKdvV2CX9WOLgu·xbBwOjgSuetx0FGhBf03EEY0LBx"',
    ),
    ignores=(
        "SQUARE_ACCESS_TOKEN=sq0atp-012·3456789abcdefghijkl",
        "SQUARE_ACCESS_TOKEN=sq0atp-mHq·XsoLcL5a",
    ),
)

SQUARE_SECRET = Credential(
    id="secret-square-secret",
    title="Square OAuth secret",
    service="Square",
    severity=Severity.HIGH,
    keywords=("sq0csp-",),
    expression=dashed(r"sq0csp-[0-9A-Za-z_-]{43}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it exchanges codes for tokens in the name of the application.",
    revoke="Replace it in the developer dashboard.",
    source="https://developer.squareup.com/docs/build-basics/access-tokens",
    finds=("SQUARE_APPLICATION_SECRET=sq0csp-reD·yA_wsqgTPTQ_XisEB3dJI·kAPD8eSBjulhbhPurx0",),
    ignores=(
        "SQUARE_APPLICATION_SECRET=sq0csp-012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "SQUARE_APPLICATION_SECRET=sq0csp-Bfq·VcTlvY7JMf3e_5Lfg4",
    ),
)
