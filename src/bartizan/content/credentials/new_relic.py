"""Credentials of New Relic."""

from bartizan.content.credentials.spelling import dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NEWRELIC_USER_KEY = Credential(
    id="secret-newrelic-user-key",
    title="New Relic user key",
    service="New Relic",
    severity=Severity.HIGH,
    keywords=("nrak-",),
    expression=token(r"NRAK-[0-9A-Z]{27}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it queries and changes what the user may.",
    revoke="Delete it under API keys.",
    also=("new-relic-user-api-key",),
    source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    finds=("NEW_RELIC_API_KEY=NRAK-48N·4DICN0XZ6ULF9I4MIP6UBOX2",),
    ignores=(
        "NEW_RELIC_API_KEY=NRAK-ABC·DEFGHIJKLMNOPQRSTUVWXYZ0",
        "NEW_RELIC_API_KEY=NRAK-V6Q·9ZBDP6HPTF",
    ),
)

NEWRELIC_LICENSE_KEY = Credential(
    id="secret-newrelic-license-key",
    title="New Relic license key",
    service="New Relic",
    severity=Severity.MEDIUM,
    keywords=("nral",),
    expression=dashed(r"[0-9a-f]{36}NRAL|(?:eu01xx|gov01x)[0-9a-f]{30}NRAL"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it sends data in the name of the account.",
    revoke="Delete it under API keys, after giving agents a new one.",
    source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    finds=("NEW_RELIC_LICENSE_KEY=5fa·e4d02cc604a0a2e360·2a1a99ca6c602b9NRAL",),
    ignores=(
        "NEW_RELIC_LICENSE_KEY=012·3456789abcdef01234·56789abcdef0123NRAL",
        "NEW_RELIC_LICENSE_KEY=6f5·092f6450a1f6417NRAL",
    ),
)

NEWRELIC_INSERT_KEY = Credential(
    id="secret-newrelic-insert-key",
    title="New Relic insights key",
    service="New Relic",
    severity=Severity.MEDIUM,
    keywords=("nrii-", "nriq-"),
    expression=dashed(r"NRI[IQ]-[0-9A-Za-z_-]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it sends events, or with a query key reads them.",
    revoke="Delete it under API keys.",
    also=("new-relic-insert-key",),
    source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    finds=("X-Insert-Key: NRII-PZA·WDRHaPil04Hx-UCPocSwgGa9ncTHa",),
    ignores=(
        "X-Insert-Key: NRII-012·3456789abcdefghijklmnopqrstuv",
        "X-Insert-Key: NRII-JcY·hldXBj49ImIaf",
    ),
)

NEWRELIC_BROWSER_KEY = Credential(
    id="secret-newrelic-browser-key",
    title="New Relic browser key",
    service="New Relic",
    severity=Severity.LOW,
    keywords=("nrjs-",),
    expression=token(r"NRJS-[0-9a-f]{19}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it sends page views in the name of the account; it is meant to be seen in web pages.",
    revoke="Delete it under API keys if it is not used in a page.",
    also=("new-relic-browser-api-token",),
    source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    finds=('licenseKey: "NRJS-129·dbd59fe520019c0d"',),
    ignores=(
        'licenseKey: "NRJS-012·3456789abcdef012"',
        'licenseKey: "NRJS-4bc·5b9430"',
    ),
)
