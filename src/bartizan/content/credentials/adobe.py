"""Credentials of Adobe."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ADOBE_SECRET = Credential(
    id="secret-adobe-secret",
    title="Adobe client secret",
    service="Adobe",
    severity=Severity.HIGH,
    keywords=("p8e-",),
    expression=dashed(r"p8e-[0-9A-Za-z_-]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it and the client id acts as the integration.",
    revoke="Add a second secret in the developer console, then delete this one.",
    also=("adobe-client-secret",),
    source="https://developer.adobe.com/developer-console/docs/guides/credentials/",
    finds=("ADOBE_CLIENT_SECRET=p8e-4HG·Hrk4J8gDDYQvxZxMDdTc5olhYORx2",),
    ignores=(
        "ADOBE_CLIENT_SECRET=p8e-012·3456789abcdefghijklmnopqrstuv",
        "ADOBE_CLIENT_SECRET=p8e-WX3·C9oY_HST4-aKA",
    ),
)
