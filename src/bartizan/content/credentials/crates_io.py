"""Credentials of crates.io."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CRATES_IO_TOKEN = Credential(
    id="secret-crates-io-token",
    title="crates.io API token",
    service="crates.io",
    severity=Severity.CRITICAL,
    keywords=("crates", "cargo", "token ="),
    expression=token(r"cio[0-9A-Za-z]{32}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it publishes new versions of crates: all who build with them run what it publishes.",
    revoke="Revoke it under Account Settings, API Tokens.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=('token = "cioYDO·wUvCNuxcr3QEjY1Q5Dc2HLFB27iiO"',),
    ignores=(
        'token = "cio012·3456789abcdefghijklmnopqrstuv"',
        'token = "ciotTr·VQAbtBvBgtqkS"',
    ),
)
