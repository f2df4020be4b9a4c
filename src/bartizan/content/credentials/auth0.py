"""Credentials of Auth0."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AUTH0_CLIENT_SECRET = Credential(
    id="secret-auth0-client-secret",
    title="Auth0 client secret",
    service="Auth0",
    severity=Severity.HIGH,
    keywords=("auth0",),
    expression=after(r"auth0[\w. -]{0,20}?(?:client[_-]?)?secret", "[0-9A-Za-z_-]{64,66}"),
    entropy=4.0,
    check="mixed",
    grants=(
        "Whoever holds it and the client id, which is no secret, poses as the application; of a "
        "machine, calls the management interface."
    ),
    revoke="Rotate the secret in the settings of the application.",
    source="https://auth0.com/docs/get-started/applications/rotate-client-secret",
    finds=("AUTH0_CLIENT_SECRET=AoU·BGmQlwpU-0Ki7PNKwSXKgPfxXtk5iCw9·GZWM5UxpK3wMx-3E2AcOLG9g59uYp",),
    ignores=(
        "AUTH0_CLIENT_SECRET=012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "AUTH0_CLIENT_SECRET=bH0·_7qPgD_A26ohGiKrmPnkOcocc4XEY",
    ),
)
