"""Credentials of Fastly."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FASTLY_TOKEN = Credential(
    id="secret-fastly-token",
    title="Fastly API token",
    service="Fastly",
    severity=Severity.HIGH,
    keywords=("fastly",),
    expression=keyed("fastly", "[0-9A-Za-z_-]{32}"),
    entropy=3.5,
    check="unlikely",
    grants="Whoever holds it changes what the delivery network serves, or purges it.",
    revoke="Delete it under Account, API tokens.",
    also=("fastly-api-token",),
    source="https://www.fastly.com/documentation/guides/account-info/account-management/using-api-tokens/",
    finds=("FASTLY_API_TOKEN=bKQ·trkUi7FDncKp584XFX9fb4wOm8LGT",),
    ignores=(
        "FASTLY_API_TOKEN=012·3456789abcdefghijklmnopqrstuv",
        "FASTLY_API_TOKEN=7Mk·7740zrIfKD2cA",
        "etag: cPC·Au25gub7AI4SE7-zuVXjllzM2Jqrg",
    ),
)
