"""Credentials of Octopus Deploy."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

OCTOPUS_KEY = Credential(
    id="secret-octopus-key",
    title="Octopus Deploy API key",
    service="Octopus Deploy",
    severity=Severity.HIGH,
    keywords=("api-",),
    expression=token(r"API-[0-9A-Z]{26}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it deploys what it likes where the server deploys to.",
    revoke="Revoke it in the profile under My API Keys.",
    also=("octopus-deploy-api-key",),
    source="https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
    finds=("octo push --apiKey API-ABG·0CQQDUM3Z9YD8YPSBRJQBG9",),
    ignores=(
        "octo push --apiKey API-ABC·DEFGHIJKLMNOPQRSTUVWXYZ",
        "octo push --apiKey API-D34·22METZ1C7B",
    ),
)
