"""Credentials of Adafruit."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ADAFRUIT_KEY = Credential(
    id="secret-adafruit-key",
    title="Adafruit IO key",
    service="Adafruit",
    severity=Severity.LOW,
    keywords=("aio_",),
    expression=token(r"aio_[0-9A-Za-z]{28}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and writes the feeds of the account.",
    revoke="Regenerate it under My Key.",
    also=("adafruit-api-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ADAFRUIT_IO_KEY=aio_Sf1·swwpskbH3ObsJdL47k0scHGUI",),
    ignores=(
        "ADAFRUIT_IO_KEY=aio_012·3456789abcdefghijklmnopqr",
        "ADAFRUIT_IO_KEY=aio_W5q·PR0VYxbs9zQ",
    ),
)
