"""Credentials of Clojars."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CLOJARS_TOKEN = Credential(
    id="secret-clojars-token",
    title="Clojars deploy token",
    service="Clojars",
    severity=Severity.CRITICAL,
    keywords=("clojars_",),
    expression=token(r"(?i:clojars_)[0-9a-f]{60}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it publishes the libraries it covers.",
    revoke="Delete it under Deploy Tokens.",
    also=("clojars-api-token",),
    source="https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",
    finds=("CLOJARS_PASSWORD=CLOJARS_222·ca8cbdd726e10fc3d1ac8af60de2bc·8a757af85a2c43a149a75b07109",),
    ignores=(
        "CLOJARS_PASSWORD=CLOJARS_012·3456789abcdef0123456789abcdef0·123456789abcdef0123456789ab",
        "CLOJARS_PASSWORD=CLOJARS_ef3·6ba0f24c47d9f79f52d33b71e1a",
    ),
)
