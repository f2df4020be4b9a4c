"""Credentials of Amplitude."""

from bartizan.content.credentials.spelling import HEX32, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AMPLITUDE_SECRET = Credential(
    id="secret-amplitude-secret",
    title="Amplitude secret key",
    service="Amplitude",
    severity=Severity.MEDIUM,
    keywords=("amplitude",),
    expression=after(r"amplitude[\w. -]{0,20}?secret[\w. -]{0,6}", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and the API key exports the events of users.",
    revoke="Regenerate it in the settings of the project.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("AMPLITUDE_SECRET_KEY=06c·675b7498d31a18baac5908065b5cd",),
    ignores=(
        "AMPLITUDE_SECRET_KEY=012·3456789abcdef0123456789abcdef",
        "AMPLITUDE_SECRET_KEY=1e7·406596bcd439f",
    ),
)
