"""Credentials of Databricks."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DATABRICKS_TOKEN = Credential(
    id="secret-databricks-token",
    title="Databricks personal access token",
    service="Databricks",
    severity=Severity.CRITICAL,
    keywords=("dapi",),
    expression=token(r"dapi[0-9a-f]{32}(?:-[0-9])?"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it runs code and reads data in the workspace as the user.",
    revoke="Revoke it under Settings, Developer, Access tokens.",
    also=("databricks-api-token",),
    source="https://docs.databricks.com/en/dev-tools/auth/pat.html",
    finds=("DATABRICKS_TOKEN=dapia05·4deeeecc016d00bcc517ce8e7f8fa",),
    ignores=(
        "DATABRICKS_TOKEN=dapi012·3456789abcdef0123456789abcdef",
        "DATABRICKS_TOKEN=dapi35d·08775b8d982d4",
    ),
)

DATABRICKS_OAUTH_SECRET = Credential(
    id="secret-databricks-oauth-secret",
    title="Databricks OAuth secret",
    service="Databricks",
    severity=Severity.CRITICAL,
    keywords=("dose",),
    expression=token(r"dose[0-9a-f]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it and the client id acts as a service principal.",
    revoke="Delete the secret of the service principal.",
    source="https://docs.databricks.com/en/dev-tools/auth/oauth-m2m.html",
    finds=("DATABRICKS_CLIENT_SECRET=dose388·f3a78fdb28232b58236a666d1c012",),
    ignores=(
        "DATABRICKS_CLIENT_SECRET=dose012·3456789abcdef0123456789abcdef",
        "DATABRICKS_CLIENT_SECRET=dose7e5·4a49c116c5888",
    ),
)
