"""Credentials of Zoom."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ZOOM_SECRET = Credential(
    id="secret-zoom-secret",
    title="Zoom client secret",
    service="Zoom",
    severity=Severity.MEDIUM,
    keywords=("zoom",),
    expression=after(r"zoom[\w. -]{0,16}?(?:client|api)?[_-]?secret", "[0-9A-Za-z]{32,36}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it and the client id acts as the application: reads users, meetings and recordings.",
    revoke="Regenerate it in the settings of the application.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ZOOM_CLIENT_SECRET=RNv·75Dfe15VOkf2Uk8BrKG07UPPSWbsZ",),
    ignores=(
        "ZOOM_CLIENT_SECRET=012·3456789abcdefghijklmnopqrstuv",
        "ZOOM_CLIENT_SECRET=rv9·2837yXVYnALwQ",
    ),
)
