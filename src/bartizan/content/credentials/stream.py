"""Credentials of Stream."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GETSTREAM_SECRET = Credential(
    id="secret-getstream-secret",
    title="Stream API secret",
    service="Stream",
    severity=Severity.HIGH,
    keywords=("stream_api", "stream_app", "stream_secret", "getstream", "stream_chat", "stream-api", "get_stream"),
    expression=after(r"(?:get_?)?stream[_-](?:api|chat|app)?[_-]?secret", "[0-9a-z]{64}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it signs tokens for every user of the application.",
    revoke="Make a new secret in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("STREAM_API_SECRET=rh0·4joqn9kr9uvn6yi1neigmkeyomvxd4yi·bu6weumuotz1mvv5hlwwj59i3x30o",),
    ignores=(
        "STREAM_API_SECRET=abc·defghijklmnopqrstuvwxyz012345678·9abcdefghijklmnopqrstuvwxyz01",
        "STREAM_API_SECRET=z6t·elhdx58s6rxn3ja5yi1foqm6wadsx",
    ),
)
