"""Credentials of Shippo."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SHIPPO_TOKEN = Credential(
    id="secret-shippo-token",
    title="Shippo API token",
    service="Shippo",
    severity=Severity.MEDIUM,
    keywords=("shippo_live_",),
    expression=token(r"shippo_live_[0-9a-f]{40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it buys postage at the cost of the account.",
    revoke="Delete it in the settings under API.",
    also=("shippo-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SHIPPO_API_TOKEN=shippo_live_44e·efb4a41a28384baf5a93·923fa676729e922c2",),
    ignores=(
        "SHIPPO_API_TOKEN=shippo_live_012·3456789abcdef0123456·789abcdef01234567",
        "SHIPPO_API_TOKEN=shippo_live_bcb·da64183ec5f22f562",
    ),
)
