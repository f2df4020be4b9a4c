"""Credentials of Sourcegraph."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SOURCEGRAPH_TOKEN = Credential(
    id="secret-sourcegraph-token",
    title="Sourcegraph access token",
    service="Sourcegraph",
    severity=Severity.HIGH,
    keywords=("sgp_", "slk_"),
    expression=token(r"sgp_(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}|slk_[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads the code that the user may.",
    revoke="Delete it in the settings under Access tokens.",
    also=("sourcegraph-access-token",),
    source="https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token",
    finds=("SRC_ACCESS_TOKEN=sgp_650·31d98ba1a41e6_5dc·2faf18340ae989525ddb·ae033673365b311e2",),
    ignores=(
        "SRC_ACCESS_TOKEN=sgp_012·3456789abcdef_012·3456789abcdef0123456·789abcdef01234567",
        "SRC_ACCESS_TOKEN=sgp_775·cc162_48a·06434a5b5b4febbe8",
    ),
)
