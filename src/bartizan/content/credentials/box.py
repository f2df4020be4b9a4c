"""Credentials of Box."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BOX_SECRET = Credential(
    id="secret-box-secret",
    title="Box client secret",
    service="Box",
    severity=Severity.HIGH,
    keywords=("box_client", "boxclient", "box-client"),
    expression=after(r"\bbox[\w. -]{0,12}?client[_-]?secret", "[0-9A-Za-z]{32}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it poses as the application, and of a server reads the files of the enterprise.",
    revoke="Reset it in the developer console.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("BOX_CLIENT_SECRET=OgJ·9492HeRmGJRO9oqKATlU1b7idymWd",),
    ignores=(
        "BOX_CLIENT_SECRET=012·3456789abcdefghijklmnopqrstuv",
        "BOX_CLIENT_SECRET=dHD·WmffWmVKKSU2Z",
    ),
)
