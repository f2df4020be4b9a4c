"""Credentials of Heroku."""

from bartizan.content.credentials.spelling import UUID, dashed, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

HEROKU_KEY = Credential(
    id="secret-heroku-key",
    title="Heroku API key",
    service="Heroku",
    severity=Severity.CRITICAL,
    keywords=("hrku-",),
    expression=dashed(r"HRKU-(?:AA[0-9A-Za-z_-]{58}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it deploys, and reads the settings of applications with the secrets in them.",
    revoke="Regenerate it in the account settings.",
    also=("heroku-api-key-v2",),
    source="https://devcenter.heroku.com/changelog-items/2842",
    finds=(
        "HEROKU_API_KEY=HRKU-AAQGW·htO1vmzmVbF-7uHSrucu0cgN523pS·kqPqsgerQvpN5xOfDH6EurW3QK",
        "HEROKU_API_KEY=HRKU-d1b9e·eef-de0b-41cc-aafc·-c0f545b3049c",
    ),
    ignores=(
        "HEROKU_API_KEY=HRKU-AA012·3456789abcdefghijklmnopqrstuv·wxyzABCDEFGHIJKLMNOPQRSTUV",
        "HEROKU_API_KEY=HRKU-AAEV2·ZFGqnuHdaPfXqotQCQAIAwVdbp",
    ),
)

HEROKU_OLD_KEY = Credential(
    id="secret-heroku-old-key",
    title="Heroku API key of the older form",
    service="Heroku",
    severity=Severity.CRITICAL,
    keywords=("heroku",),
    expression=keyed("heroku", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it deploys, and reads the settings of applications with the secrets in them.",
    revoke="Regenerate it in the account settings.",
    also=("heroku-api-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("HEROKU_API_KEY=a3710·7c0-5a48-4c33-a94b·-ba45a02da412",),
    ignores=(
        "HER·OKU_API_KEY=00000000-0000-0000-0000-000000000000",
        "HEROKU_API_KEY=fb2e1·6c1-1af0-448a-a6c9-0a5140f",
        "etag: 0a40a·2b8-8302-4ab5-ae5d·-3ab11e990f84",
    ),
)
