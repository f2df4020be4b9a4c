"""Credentials of Replicate."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

REPLICATE_TOKEN = Credential(
    id="secret-replicate-token",
    title="Replicate API token",
    service="Replicate",
    severity=Severity.MEDIUM,
    keywords=("r8_",),
    expression=token(r"r8_[0-9A-Za-z]{37}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Disable it under API tokens.",
    source="https://replicate.com/docs/topics/security/api-tokens",
    finds=("REPLICATE_API_TOKEN=r8_9hB·FxH254bGwiMxjqA7I0·MvGUjyxRybnxJhsz",),
    ignores=(
        "REPLICATE_API_TOKEN=r8_012·3456789abcdefghijk·lmnopqrstuvwxyzA",
        "REPLICATE_API_TOKEN=r8_Rnf·v1MYnVpVrOmVCoR",
    ),
)
